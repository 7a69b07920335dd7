"""What every block shows of itself in the picker before it is chosen."""

from typing import Any

from courses.blocks.examples import EXAMPLES


class Shown:
    """A block with an example for its preview; the block's name in the stream tells which."""

    name: str

    def get_preview_value(self) -> Any:
        """Return the example as a value of the block; None for a block of a file as long as the site has none."""
        example = EXAMPLES[self.name]()
        return None if example is None else self.to_python(example)  # type: ignore[attr-defined]
