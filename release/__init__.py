"""What a release is made of beside the package: its notes, a list of its parts, and manifests for other installers."""
