<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** How far the look at all open drafts of one kind has come, and when they were last all seen. */
final class DraftLook {

	/**
	 * @param \DateTimeImmutable|null $began_at null before the first look.
	 * @param bool                    $is_over  nothing is left of it.
	 * @param bool                    $is_paged Sellsy's list of drafts was read to its end; what it did not show as the
	 *                                          ledger knows it is read one by one.
	 * @param bool                    $is_whole no draft was passed over because Sellsy did not answer about it.
	 * @param bool                    $is_again the list was begun a second time: a position in it no longer held.
	 * @param string                  $position where the list goes on; empty at its beginning. Sellsy's own word.
	 * @param \DateTimeImmutable|null $whole_at when the last look began that saw every open draft; null: none ever did.
	 */
	public function __construct(
		public readonly ?\DateTimeImmutable $began_at = null,
		public readonly bool $is_over = true,
		public readonly bool $is_paged = false,
		public readonly bool $is_whole = true,
		public readonly bool $is_again = false,
		public readonly string $position = '',
		public readonly ?\DateTimeImmutable $whole_at = null,
	) {}

	public function begun( \DateTimeImmutable $now ): self {
		return new self( began_at: $now, is_over: false, whole_at: $this->whole_at );
	}

	/** @param string $position of the next page; empty: there is none. */
	public function read_until( string $position ): self {
		return $this->but( is_paged: $position === '' || $position === $this->position, position: $position );
	}

	/** Once in a look: a list that never holds its positions is read no further, and the other drafts one by one. */
	public function after_refusal(): self {
		$is_again = $this->position !== '' && ! $this->is_again;
		return $this->but( is_paged: ! $is_again, is_again: $is_again, position: '' );
	}

	public function less_one(): self {
		return $this->but( is_whole: false );
	}

	public function ended(): self {
		return new self( began_at: $this->began_at, whole_at: $this->is_whole ? $this->began_at : $this->whole_at );
	}

	private function but(
		?bool $is_paged = null,
		?bool $is_whole = null,
		?bool $is_again = null,
		?string $position = null
	): self {
		return new self(
			began_at: $this->began_at,
			is_over: false,
			is_paged: $is_paged ?? $this->is_paged,
			is_whole: $is_whole ?? $this->is_whole,
			is_again: $is_again ?? $this->is_again,
			position: $position ?? $this->position,
			whole_at: $this->whole_at,
		);
	}
}
