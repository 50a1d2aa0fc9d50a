<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

/**
 * What one check found, in the three degrees of Site Health. Plain text, to be escaped. The page where a fault can be
 * mended is named relative to wp-admin.
 */
final class Verdict {

	private function __construct(
		public readonly string $status,
		public readonly string $title,
		public readonly string $why,
		public readonly string $next_step,
		public readonly string $page,
	) {}

	public static function good( string $title, string $why = '' ): self {
		return new self( status: 'good', title: $title, why: $why, next_step: '', page: '' );
	}

	/** It works, but not as it should. */
	public static function recommended( string $title, string $why, string $next_step, string $page = '' ): self {
		return new self( status: 'recommended', title: $title, why: $why, next_step: $next_step, page: $page );
	}

	/** Documents are not made, or may be made wrongly. */
	public static function critical( string $title, string $why, string $next_step, string $page = '' ): self {
		return new self( status: 'critical', title: $title, why: $why, next_step: $next_step, page: $page );
	}
}
