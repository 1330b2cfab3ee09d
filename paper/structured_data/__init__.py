"""What search engines are told, in schema.org's words, as JSON-LD. One file for each kind of thing."""

from paper.structured_data.graph import graph_of
from paper.structured_data.writing import written

__all__ = ["graph_of", "written"]
