<?php
declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Report\MonthMoney;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Wording\FillText;
use OrderInvoicer\WordPress\Counts\Counted;
use OrderInvoicer\WordPress\Counts\HourlyCount;
use OrderInvoicer\WordPress\Counts\MadeDocuments;
use OrderInvoicer\WordPress\Counts\MoneyOfMonths;
use OrderInvoicer\WordPress\OrderList\ListedOrders;
use OrderInvoicer\WordPress\OrderList\ListedState;

/**
 * This month beside the last one, as the schema `overview` shows them. Currencies are never added together.
 *
 * @phpstan-type MonthMoneyAnswer array{
 *     currency: string,
 *     // Placed in that month, of those with a document.
 *     orders: NaturalInt,
 *     ordered: string,
 *     // Final, dated in that month.
 *     invoices: NaturalInt,
 *     invoiced: string,
 *     credit_notes: NaturalInt,
 *     credited: string,
 *     // Of these invoices, less credit notes: their orders are paid.
 *     paid: string,
 *     open: string,
 *     // Invoices. They are in no sum.
 *     drafts: NaturalInt,
 *     credit_note_drafts: NaturalInt,
 * }
 * @phpstan-type MoneyAnswer array{
 *     counted_at: Rfc3339|null,
 *     drafts_url: string,
 *     filling: bool,
 *     pace: string,
 *     unknown: NaturalInt,
 *     months: list<array{
 *         month: YearMonth,
 *         currencies: list<MonthMoneyAnswer>,
 *     }>,
 * }
 */
final class MoneyView {

	public function __construct(
		private readonly MoneyOfMonths $money,
		private readonly MadeDocuments $made,
		private readonly HourlyCount $hourly,
		private readonly Filled $filled,
		private readonly FillText $texts,
		private readonly Clock $clock,
	) {}

	/** @return MoneyAnswer */
	public function current(): array {
		$now     = $this->clock->now();
		$counted = $this->hourly->read();
		$is_kept = $counted !== null && ! $this->money->are_few( $now );
		$figures = $is_kept ? $counted->figures : $this->money->count( $now );
		$months  = MoneyOfMonths::months( $figures, $now );
		$unknown = MoneyOfMonths::unknown( $figures, $now );
		$filling = $this->is_filling( $is_kept ? $counted : null, $unknown );
		return [
			'counted_at' => $is_kept ? $counted->at->format( DATE_RFC3339 ) : null,
			'drafts_url' => ListedOrders::url( ListedState::Draft ),
			'filling'    => $filling,
			'pace'       => $filling && $counted?->filling !== null ? $this->texts->pace( $counted->filling ) : '',
			'unknown'    => $unknown,
			'months'     => array_map(
				static fn ( bool $is_last ): array =>
					self::month( MoneyOfMonths::month( $now, $is_last ), $months ),
				[ false, true ]
			),
		];
	}

	/**
	 * In a large ledger nobody looks for what is left: it goes on until the filling has come to its end.
	 *
	 * @param Counted|null $shown null: counted as it stands.
	 */
	private function is_filling( ?Counted $shown, int $unknown ): bool {
		return $shown?->is_known === false || (
			$this->filled->position()?->is_done !== true
			&& ( $shown !== null || $unknown > 0 || $this->made->are_unread() )
		);
	}

	/**
	 * @param list<MonthMoney> $months
	 * @return array{month: YearMonth, currencies: list<MonthMoneyAnswer>}
	 */
	private static function month( string $month, array $months ): array {
		$of_month = array_filter( $months, static fn ( MonthMoney $money ): bool => $money->month === $month );
		usort( $of_month, static fn ( MonthMoney $a, MonthMoney $b ): int => $a->currency <=> $b->currency );
		return [
			'month'      => $month,
			'currencies' => array_map( self::currency( ... ), $of_month ),
		];
	}

	/** @return MonthMoneyAnswer */
	private static function currency( MonthMoney $money ): array {
		$text = Currency::from_code( $money->currency )->minor_text( ... );
		return [
			'currency'           => $money->currency,
			'orders'             => $money->orders,
			'ordered'            => $text( $money->ordered ),
			'invoices'           => $money->invoices,
			'invoiced'           => $text( $money->invoiced ),
			'credit_notes'       => $money->credit_notes,
			'credited'           => $text( $money->credited ),
			'paid'               => $text( $money->paid ),
			'open'               => $text( $money->open ),
			'drafts'             => $money->drafts,
			'credit_note_drafts' => $money->credit_note_drafts,
		];
	}
}
