"""The wiring: settings, addresses, servers. Nothing imports it but the commands that start the project."""
