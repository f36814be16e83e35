"""Pictures of measures as SVG that needs nothing around it.

Everything that is drawn carries its own colours, for PDF, Word and a file of its own; a page's style sheet may give its
classes others. Across, places are in percent where the width is the reader's; down, in pixels.
"""
