<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

/**
 * What one check found: the three degrees of Site Health, and `unknown`, which is none of them and never green. Plain
 * text, to be escaped. The page where a fault can be mended is named relative to wp-admin.
 *
 * @phpstan-type HealthStatusAnswer 'good'|'recommended'|'critical'|'unknown'
 */
final class Verdict {

	/**
	 * @param HealthStatusAnswer $status
	 * @param list<string>       $items  what the cause ends with, each on a line of its own.
	 */
	private function __construct(
		public readonly string $status,
		public readonly string $title,
		public readonly string $why,
		public readonly string $next_step,
		public readonly string $page,
		public readonly array $items = [],
	) {}

	/** @param non-empty-list<string> $items of which the cause says that they follow. */
	public function with( array $items ): self {
		$own = [ 'items' => $items ];
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	/** Where there is one line alone. */
	public function sentences(): string {
		$listed = $this->items === [] ? '' : implode( '; ', $this->items ) . '. ';
		return trim( trim( "$this->why $listed" ) . " $this->next_step" );
	}

	public static function good( string $title, string $why = '' ): self {
		return new self( status: 'good', title: $title, why: $why, next_step: '', page: '' );
	}

	/**
	 * Nobody has seen it yet, or not lately.
	 *
	 * @param string $shown_by what would show it.
	 */
	public static function unknown( string $title, string $why, string $shown_by, string $page = '' ): self {
		return new self( status: 'unknown', title: $title, why: $why, next_step: $shown_by, page: $page );
	}

	/** Where no order can show it. */
	public static function no_order_shows( string $title ): self {
		return self::unknown(
			$title,
			__( 'No order of the last 90 days shows it.', 'orderinvoicer' ),
			__( 'The next orders will: nothing to do.', 'orderinvoicer' )
		);
	}

	/** Site Health knows three degrees: what nobody saw is at most to be looked at there. */
	public function degree(): string {
		return $this->status === 'unknown' ? 'recommended' : $this->status;
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
