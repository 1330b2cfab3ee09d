class Failure(Exception):
    """Something that the person at the terminal can put right. The text is one sentence with the way out."""
