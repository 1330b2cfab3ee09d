"""How days and hours are written in the languages that the paper is delivered in: one module for each, as Django finds
them. Where a language is not here, Django's own way holds.
"""
