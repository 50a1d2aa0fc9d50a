<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

/** A cause that the owner was told of. */
final class ToldCause {

	/** @param \DateTimeImmutable|null $gone_at when it was first seen to be gone; null while it stands. */
	public function __construct(
		public readonly \DateTimeImmutable $since,
		public readonly ?\DateTimeImmutable $gone_at = null,
	) {}

	public function stands(): self {
		return new self( $this->since );
	}

	public function gone( \DateTimeImmutable $now ): self {
		return new self( $this->since, $this->gone_at ?? $now );
	}
}
