<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Order;

defined( 'ABSPATH' ) || exit;

/**
 * How far a walk through old orders has come, by their time of creation: pages counted from the beginning would shift
 * with each order that is deleted or changes its status meanwhile.
 */
final class Cursor {

	/**
	 * @param int $at     Unix time at which the last order that was passed was made; 0 before the first.
	 * @param int $passed how many of that same second: imports give many orders one time.
	 */
	public function __construct(
		public readonly int $at = 0,
		public readonly int $passed = 0,
	) {}

	/** @param list<PastOrder> $orders oldest first. */
	public function beyond( array $orders ): self {
		$cursor = $this;
		foreach ( $orders as $order ) {
			$at     = $order->created_at->getTimestamp();
			$cursor = new self( $at, $at === $cursor->at ? $cursor->passed + 1 : 1 );
		}
		return $cursor;
	}

	/** For whoever asks for the next page: `at.passed`. */
	public function to_string(): string {
		return "{$this->at}.{$this->passed}";
	}

	/** What is no cursor is the beginning. */
	public static function of_string( string $cursor ): self {
		return preg_match( '/^(\d{1,11})\.(\d{1,9})$/', $cursor, $parts ) === 1
			? new self( (int) $parts[1], (int) $parts[2] )
			: new self();
	}
}
