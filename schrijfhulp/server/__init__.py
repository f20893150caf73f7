"""The face on the web: the page, the API, and LanguageTool's API, in one Flask application."""
