"""What `make run` and `make dev` do: packages, Postgres, tables, then the server and the worker under one
supervisor.

`packages` runs with nothing but Python's standard library; the rest runs in the `.venv` that it makes.
"""
