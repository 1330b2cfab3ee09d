"""What stands for a picture in public addresses, and cannot be guessed, not even by who has the file."""

from secrets import choice
from string import ascii_lowercase, digits

KEY_LENGTH = 16  # 82 bits
LETTERS = ascii_lowercase + digits


def new_key():
    return "".join(choice(LETTERS) for _ in range(KEY_LENGTH))
