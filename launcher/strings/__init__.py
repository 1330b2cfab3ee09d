"""`make strings`: the words that readers see and no editor writes, and what they are in each language.

Works with Babel alone: neither the extraction nor the compilation needs GNU gettext on the machine.
"""
