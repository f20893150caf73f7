"""Does a text command, or does it invite? Speech acts per sentence, the balance of a document, and a checklist."""
