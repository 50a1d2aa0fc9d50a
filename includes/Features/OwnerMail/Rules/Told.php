<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

/** What the owner was told. */
final class Told {

	/**
	 * @param array<string, ToldCause> $causes     that stand, or have not been gone for long, by the key of the cause.
	 * @param string                   $digest     day of the last digest, or on which there was nothing to say; empty
	 *                                             before the first.
	 * @param \DateTimeImmutable|null  $held_until one runner is telling and nobody else may.
	 */
	public function __construct(
		public readonly array $causes = [],
		public readonly string $digest = '',
		public readonly ?\DateTimeImmutable $held_until = null,
	) {}

	/** @param array<string, ToldCause> $causes */
	public function with_causes( array $causes ): self {
		return new self( $causes, $this->digest );
	}

	public function with_digest( string $day ): self {
		return new self( $this->causes, $day );
	}

	public function held_until( \DateTimeImmutable $until ): self {
		return new self( $this->causes, $this->digest, $until );
	}

	public function is_held( \DateTimeImmutable $now ): bool {
		return $this->held_until !== null && $this->held_until > $now;
	}
}
