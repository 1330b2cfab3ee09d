from record.admin.entry import EntryAdmin

__all__ = ["EntryAdmin"]
