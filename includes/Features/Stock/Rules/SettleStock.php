<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Stock\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RepeatPolicy;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\StockSettings;

/**
 * What became of a change that was begun, by what is read now. Nothing is ever added before this is settled.
 *
 * @assumes stock-taken-away
 */
final class SettleStock {

	public function __construct( private readonly RepeatPolicy $repeat = new RepeatPolicy() ) {}

	/**
	 * @param Decimal|null $level what is read now; null where nothing can be read any more.
	 * @return StockState Sent: it is to be read once more, a while later.
	 */
	public function state( StockRow $begun, ?Decimal $level, \DateTimeImmutable $now ): StockState {
		$is_there  = $level !== null && $begun->to() !== null && $level->equals( $begun->to() );
		$has_moved = $level === null || $begun->from() === null || ! $level->equals( $begun->from() );
		return match ( true ) {
			$is_there                          => StockState::Done,
			$this->is_turned_round( $begun, $level ) => StockState::Ignored,
			// Something else moved too: the next look compares afresh.
			$begun->is_answered && $has_moved  => StockState::Done,
			$begun->is_answered                => StockState::Ignored,
			$this->is_too_early( $begun, $now ) => StockState::Sent,
			default                            => StockState::Lost,
		};
	}

	/**
	 * Sellsy moved the other way, as it would if it took an amount without its sign. To go on would move it further
	 * each night. The shop's own way is known: there it was a sale.
	 */
	private function is_turned_round( StockRow $begun, ?Decimal $level ): bool {
		if ( $begun->side !== StockSettings::SELLSY || $level === null || $begun->from() === null ) {
			return false;
		}
		$moved = $level->minus( $begun->from() );
		$told  = $begun->to()?->minus( $begun->from() );
		return $told !== null && ! $moved->is_zero() && $moved->is_negative() !== $told->is_negative();
	}

	/** A request without an answer may still be on its way: two readings, two minutes apart. */
	private function is_too_early( StockRow $begun, \DateTimeImmutable $now ): bool {
		return $this->repeat->wait_after( $begun->read_at, $now ) > 0;
	}
}
