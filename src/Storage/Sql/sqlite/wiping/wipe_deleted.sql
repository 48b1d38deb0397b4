-- Database, after raw events were deleted: writes the file anew without the pages that they lay in.
VACUUM
