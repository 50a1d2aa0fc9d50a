<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack\Rules;

defined( 'ABSPATH' ) || exit;

/** Down to which payment all of them were seen. Their ids grow. */
final class PaymentsLook {

	/**
	 * @param \DateTimeImmutable|null $since    what became of documents since then is news; null before the first look.
	 * @param int                     $seen     id of the payment down to which all were seen; below 0: no list was
	 *                                          read.
	 * @param int                     $newest   id of the newest one, while the list is read over several passes.
	 * @param string                  $position where the list goes on; empty at its beginning. Sellsy's own word.
	 * @param \DateTimeImmutable|null $whole_at when the list was last read down to what was seen before.
	 */
	public function __construct(
		public readonly ?\DateTimeImmutable $since = null,
		public readonly int $seen = 0,
		public readonly int $newest = 0,
		public readonly string $position = '',
		public readonly ?\DateTimeImmutable $whole_at = null,
	) {}

	/** The first look: payments of before are no news. */
	public function begun( int $newest, \DateTimeImmutable $now, ?\DateTimeImmutable $since = null ): self {
		return new self( since: $this->since ?? $since ?? $now, seen: $newest, whole_at: $now );
	}

	/** Sellsy did not give the list: other looks begin all the same. */
	public function begun_without( \DateTimeImmutable $since ): self {
		return new self( since: $since, seen: -1 );
	}

	public function has_begun(): bool {
		return $this->since !== null && $this->seen >= 0;
	}

	/** @param string $position of the next page; empty: all that is new was seen. */
	public function read_until( string $position, int $newest, \DateTimeImmutable $now ): self {
		$newest = max( $this->newest, $newest );
		return $position === '' || $position === $this->position
			? new self( since: $this->since, seen: max( $this->seen, $newest ), whole_at: $now )
			: new self(
				since: $this->since,
				seen: $this->seen,
				newest: $newest,
				position: $position,
				whole_at: $this->whole_at
			);
	}

	/** A position no longer held: the list is begun again. */
	public function again(): self {
		return new self( since: $this->since, seen: $this->seen, whole_at: $this->whole_at );
	}
}
