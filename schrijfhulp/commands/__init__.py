"""What the program can do: one module a command. What a command does not need is not imported."""
