"""What a person or a program gets to see of a report: one module a format."""
