<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** How far the look at all documents that a list of Sellsy's shows has come, and when they were last all seen. */
final class ListLook {

	private const MARKS = [
		'is_over'  => 'o',
		'is_paged' => 'p',
		'is_part'  => 'n',
		'is_again' => 'a',
	];

	/**
	 * @param \DateTimeImmutable|null $began_at null before the first look.
	 * @param bool                    $is_over  nothing is left of it.
	 * @param bool                    $is_paged the list was read to its end; what it did not show is read one by one.
	 * @param bool                    $is_part  some were passed over because Sellsy did not answer about them.
	 * @param bool                    $is_again the list was begun a second time: a position in it no longer held.
	 * @param string                  $position where the list goes on; empty at its beginning. Sellsy's own word.
	 * @param \DateTimeImmutable|null $whole_at when the last look began that saw all; null: none ever did.
	 */
	public function __construct(
		public readonly ?\DateTimeImmutable $began_at = null,
		public readonly bool $is_over = true,
		public readonly bool $is_paged = false,
		public readonly bool $is_part = false,
		public readonly bool $is_again = false,
		public readonly string $position = '',
		public readonly ?\DateTimeImmutable $whole_at = null,
	) {}

	/** @param string $text as it is kept; empty before the first look. */
	public static function read( string $text ): self {
		[ $began, $whole, $marks, $position ] = explode( ' ', "$text   ", 4 );
		$began_at                             = self::moment( $began );
		$are                                  = array_map(
			static fn ( string $mark ): bool => str_contains( $marks, $mark ),
			self::MARKS
		);
		return $began_at === null
			? new self()
			: new self( ...$are, began_at: $began_at, position: rtrim( $position ), whole_at: self::moment( $whole ) );
	}

	public static function moment( string $stored ): ?\DateTimeImmutable {
		return ctype_digit( $stored ) && $stored !== '0' ? new \DateTimeImmutable( "@$stored" ) : null;
	}

	public function text(): string {
		$marks = array_intersect_key( self::MARKS, array_flip( array_keys( get_object_vars( $this ), true, true ) ) );
		return $this->began_at === null ? '' : implode(
			' ',
			[
				$this->began_at->getTimestamp(),
				$this->whole_at?->getTimestamp() ?? 0,
				implode( '', $marks ),
				$this->position,
			]
		);
	}

	public function begun( \DateTimeImmutable $now ): self {
		return new self( began_at: $now, is_over: false, whole_at: $this->whole_at );
	}

	/** @param string $position of the next page; empty: there is none. */
	public function read_until( string $position ): self {
		return $this->but(
			[
				'is_paged' => $position === '' || $position === $this->position,
				'position' => $position,
			]
		);
	}

	/** After a refusal the list is begun again, once in a look. Null: it never holds its positions. */
	public function again(): ?self {
		return $this->position === '' || $this->is_again ? null : $this->but(
			[
				'is_again' => true,
				'position' => '',
			]
		);
	}

	public function less_some(): self {
		return $this->but( [ 'is_part' => true ] );
	}

	public function ended(): self {
		return new self( began_at: $this->began_at, whole_at: $this->is_part ? $this->whole_at : $this->began_at );
	}

	/** @param array<string, bool|string> $changed */
	private function but( array $changed ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$changed + [ 'is_over' => false ] ] );
	}
}
