<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail;

defined( 'ABSPATH' ) || exit;

/** One thing that the owner is told: what happened and why, what to do, and where. Plain text, to be escaped. */
final class OwnerEntry {

	public function __construct(
		public readonly string $title,
		public readonly string $text,
		public readonly string $next_step,
		public readonly string $url,
		public readonly string $link,
	) {}
}
