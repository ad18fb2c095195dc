"""`python -m bot` is `teller`."""


def main() -> None:
    # Imported here: a process that draws pictures loads this module too, and needs none of it.
    from bot.cli import main as command  # noqa: PLC0415

    command()


if __name__ == "__main__":
    main()
