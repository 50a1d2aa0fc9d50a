<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

/** How far a round over the documents of one kind has come. */
final class RoundLook {

	/**
	 * @param \DateTimeImmutable|null $began_at null before the first.
	 * @param bool                    $is_over  nothing is left of it.
	 * @param bool                    $is_paged the list was read to its end; what it did not show is to be read.
	 * @param bool                    $is_again the list was begun a second time: a position in it no longer held.
	 * @param string                  $position where the list goes on; empty at its beginning. Sellsy's own word.
	 * @param \DateTimeImmutable|null $whole_at when the last round began that came to its end.
	 */
	public function __construct(
		public readonly ?\DateTimeImmutable $began_at = null,
		public readonly bool $is_over = true,
		public readonly bool $is_paged = false,
		public readonly bool $is_again = false,
		public readonly string $position = '',
		public readonly ?\DateTimeImmutable $whole_at = null,
	) {}

	public function begun( \DateTimeImmutable $now ): self {
		return new self( began_at: $now, is_over: false, whole_at: $this->whole_at );
	}

	/** @param string $position of the next page; empty: there is none. */
	public function read_until( string $position ): self {
		return $this->at( $position, $position === '' || $position === $this->position, $this->is_again );
	}

	/** The list is begun again, once in a round. One that never holds its positions is given up. */
	public function after_refusal(): self {
		return $this->position !== '' && ! $this->is_again ? $this->at( '', false, true ) : $this->given_up();
	}

	/** Over, but not whole: what the list did not show tells nothing. */
	public function given_up(): self {
		return new self( began_at: $this->began_at, whole_at: $this->whole_at );
	}

	public function ended(): self {
		return new self( began_at: $this->began_at, whole_at: $this->began_at );
	}

	private function at( string $position, bool $is_paged, bool $is_again ): self {
		return new self(
			began_at: $this->began_at,
			is_over: false,
			is_paged: $is_paged,
			is_again: $is_again,
			position: $position,
			whole_at: $this->whole_at
		);
	}
}
