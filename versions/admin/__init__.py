from versions.admin.versioned import VersionedAdmin

__all__ = ["VersionedAdmin"]
