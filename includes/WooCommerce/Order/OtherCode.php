<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\BrokenFilter;
use OrderInvoicer\Domain\System\Logger;

/** Code of other plugins, hooked into our filters and actions, may throw and answer anything. */
final class OtherCode {

	/**
	 * @template T
	 * @param \Closure(): mixed  $ask  applies the filter.
	 * @param \Closure(mixed): T $read what was answered as what it must be; throws \InvalidArgumentException at
	 *                                 nonsense.
	 * @return T
	 * @throws BrokenFilter
	 */
	public static function answer( string $filter, \Closure $ask, \Closure $read ): mixed {
		try {
			$answer = $ask();
		} catch ( \Throwable $error ) {
			throw new BrokenFilter( $filter, self::place( $error ), $error );
		}
		try {
			return $read( $answer );
		} catch ( \InvalidArgumentException $nonsense ) {
			throw new BrokenFilter( $filter, get_debug_type( $answer ), $nonsense );
		}
	}

	/** @param \Closure(): void $tell does the action. What comes after it here comes all the same. */
	public static function tell( string $action, \Closure $tell, Logger $logger ): void {
		try {
			$tell();
		} catch ( \Throwable $error ) {
			$logger->error(
				'Code of another plugin failed in one of our actions.',
				[
					'hook'   => $action,
					'detail' => self::place( $error ),
				]
			);
		}
	}

	/** Messages of other people's code may hold anything. */
	private static function place( \Throwable $error ): string {
		return $error::class . ' ' . basename( $error->getFile() ) . ':' . $error->getLine();
	}
}
