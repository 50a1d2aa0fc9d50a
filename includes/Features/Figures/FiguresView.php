<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\Domain\Seen\LastLooks;
use OrderInvoicer\Domain\Seen\Round;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Features\Figures\Rules\FigureSum;
use OrderInvoicer\Features\Figures\Rules\FigureTable;
use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\Features\Figures\Rules\PeriodFigures;
use OrderInvoicer\WordPress\OrderList\ListedOrders;
use OrderInvoicer\WordPress\OrderList\ListedState;

/**
 * A period beside the one before, as the schema `figures` shows it. Amounts are decimal strings of their currency.
 *
 * @phpstan-import-type Ordered from WooOrdered
 *
 * @phpstan-type DaysAnswer array{
 *     from: YearMonthDay,
 *     until: YearMonthDay,
 * }
 * @phpstan-type FigureMoneyAnswer array{
 *     // In WooCommerce's own list, whether they have a document or not.
 *     orders: NaturalInt,
 *     ordered: string,
 *     // Final, dated in that period.
 *     invoices: NaturalInt,
 *     invoiced: string,
 *     credit_notes: NaturalInt,
 *     credited: string,
 *     // Of these invoices, less what was credited.
 *     paid: string,
 *     due: string,
 * }
 * @phpstan-type FigureDayAnswer array{
 *     day: YearMonthDay,
 *     invoices: NaturalInt,
 *     credit_notes: NaturalInt,
 *     invoiced: string,
 *     credited: string,
 * }
 * @phpstan-type FigureSumAnswer array{
 *     documents: NaturalInt,
 *     // Documents whose HT is known: HT and TTC are of these alone. Credit notes are taken off.
 *     known: NaturalInt,
 *     excl_tax: string,
 *     tax: string,
 *     incl_tax: string,
 * }
 * @phpstan-type FigureRowAnswer array{
 *     key: string,
 *     label: string,
 *     now: FigureSumAnswer,
 *     before: FigureSumAnswer,
 * }
 * @phpstan-type WithoutInvoiceAnswer array{
 *     currency: string,
 *     orders: NaturalInt,
 *     amount: string,
 * }
 * @phpstan-type CurrencyFiguresAnswer array{
 *     currency: string,
 *     now: FigureMoneyAnswer,
 *     before: FigureMoneyAnswer,
 *     // Of the period, the first day first.
 *     days: list<FigureDayAnswer>,
 *     tables: array{
 *         rates: list<FigureRowAnswer>,
 *         gateways: list<FigureRowAnswer>,
 *         countries: list<FigureRowAnswer>,
 *         buyers: list<FigureRowAnswer>,
 *     },
 * }
 * @phpstan-type FiguresAnswer array{
 *     period: DaysAnswer,
 *     before: DaysAnswer,
 *     // Since then none of the invoices that await a payment was without a look at Sellsy; null before.
 *     seen_at: Rfc3339|null,
 *     // Older documents are still being read.
 *     filling: bool,
 *     // Documents of the period that the figures lack.
 *     unknown: NaturalInt,
 *     // Of how many documents of the period the HT of each rate is known.
 *     bases: array{
 *         known: NaturalInt,
 *         documents: NaturalInt,
 *     },
 *     // Paid orders of the period that have no invoice.
 *     without_invoice: list<WithoutInvoiceAnswer>,
 *     without_url: string,
 *     // Never added together; the shop's own first.
 *     currencies: list<CurrencyFiguresAnswer>,
 * }
 */
final class FiguresView {

	public function __construct(
		private readonly WooOrdered $ordered,
		private readonly LastLooks $looks,
		private readonly Filled $filled,
		private readonly SettingsStore $settings,
		private readonly FiguresText $texts,
	) {}

	/** @return FiguresAnswer */
	public function of( Period $period, PeriodFigures $figures ): array {
		$since   = $this->settings->get()->workflow( DocumentKind::Invoice )->start_date;
		$ordered = [
			PeriodFigures::SHOWN    => $this->ordered->ordered( $period ),
			PeriodFigures::BEFORE => $this->ordered->ordered( $period->before() ),
		];
		return [
			'period'          => self::days( $period ),
			'before'          => self::days( $period->before() ),
			'seen_at'         => $this->looks->documents_at( DocumentKind::Invoice, Round::Open )
				?->format( DATE_RFC3339 ),
			'filling'         => $figures->unknown[ PeriodFigures::SHOWN ] > 0
				&& $this->filled->position()?->is_done !== true,
			'unknown'         => $figures->unknown[ PeriodFigures::SHOWN ],
			'bases'           => [
				'known'     => $figures->with_bases[ PeriodFigures::SHOWN ],
				'documents' => $figures->documents[ PeriodFigures::SHOWN ],
			],
			'without_invoice' => self::without( $this->ordered->without_invoice( $period, $since ) ),
			'without_url'     => ListedOrders::url( ListedState::Nothing ),
			'currencies'      => array_map(
				fn ( string $code ): array => $this->currency( $code, $period, $figures, $ordered ),
				self::currencies( $figures, $ordered )
			),
		];
	}

	/** @return DaysAnswer */
	private static function days( Period $period ): array {
		return [
			'from'  => $period->from,
			'until' => $period->until,
		];
	}

	/**
	 * The shop's own first.
	 *
	 * @param array<string, Ordered> $ordered
	 * @return list<string>
	 */
	private static function currencies( PeriodFigures $figures, array $ordered ): array {
		$codes = array_keys( $figures->tables + $ordered[ PeriodFigures::SHOWN ] + $ordered[ PeriodFigures::BEFORE ] );
		sort( $codes );
		$own = get_option( 'woocommerce_currency' );
		return [
			...array_filter( $codes, static fn ( string $code ): bool => $code === $own ),
			...array_filter( $codes, static fn ( string $code ): bool => $code !== $own ),
		];
	}

	/**
	 * @param array<string, Ordered> $ordered
	 * @return CurrencyFiguresAnswer
	 */
	private function currency( string $code, Period $period, PeriodFigures $figures, array $ordered ): array {
		$money = fn ( string $of ): array => self::money( $code, $of, $figures, $ordered[ $of ][ $code ] ?? null );
		$table = fn ( FigureTable $table ): array => $this->table( $code, $table, $figures );
		return [
			'currency' => $code,
			'now'      => $money( PeriodFigures::SHOWN ),
			'before'   => $money( PeriodFigures::BEFORE ),
			'days'     => array_map(
				static fn ( string $day ): array => self::day( $code, $day, $figures->days[ $code ][ $day ] ?? [] ),
				$period->days()
			),
			'tables'   => [
				'rates'     => $table( FigureTable::Rates ),
				'gateways'  => $table( FigureTable::Gateways ),
				'countries' => $table( FigureTable::Countries ),
				'buyers'    => $table( FigureTable::Buyers ),
			],
		];
	}

	/**
	 * @param array{orders: int, total: int}|null $ordered
	 * @return FigureMoneyAnswer
	 */
	private static function money( string $code, string $period, PeriodFigures $figures, ?array $ordered ): array {
		$currency = Currency::from_code( $code );
		$of       = static fn ( string $name ): int => $figures->money[ "money $period $code $name" ] ?? 0;
		return [
			'orders'       => $ordered['orders'] ?? 0,
			'ordered'      => $currency->minor_text( $ordered['total'] ?? 0 ),
			'invoices'     => $of( 'invoices' ),
			'invoiced'     => $currency->minor_text( $of( 'invoiced' ) ),
			'credit_notes' => $of( 'credit_notes' ),
			'credited'     => $currency->minor_text( $of( 'credited' ) ),
			'paid'         => $currency->minor_text( $of( 'paid' ) ),
			'due'          => $currency->minor_text( $of( 'open' ) ),
		];
	}

	/**
	 * @param array<string, int> $of
	 * @return FigureDayAnswer
	 */
	private static function day( string $code, string $day, array $of ): array {
		$currency = Currency::from_code( $code );
		return [
			'day'          => $day,
			'invoices'     => $of['invoices'] ?? 0,
			'credit_notes' => $of['credit_notes'] ?? 0,
			'invoiced'     => $currency->minor_text( $of['invoiced'] ?? 0 ),
			'credited'     => $currency->minor_text( $of['credited'] ?? 0 ),
		];
	}

	/** @return list<FigureRowAnswer> */
	private function table( string $code, FigureTable $table, PeriodFigures $figures ): array {
		$rows = [];
		foreach ( $figures->table( $code, $table ) as [ $key, $sums ] ) {
			$rows[] = [
				'key'    => $key,
				'label'  => $this->texts->label( $table, $key ),
				'now'    => self::sum( $sums[ PeriodFigures::SHOWN ], $code ),
				'before' => self::sum( $sums[ PeriodFigures::BEFORE ], $code ),
			];
		}
		return $rows;
	}

	/** @return FigureSumAnswer */
	private static function sum( FigureSum $sum, string $code ): array {
		$currency = Currency::from_code( $code );
		return [
			'documents' => $sum->documents,
			'known'     => $sum->known,
			'excl_tax'  => $currency->minor_text( $sum->excl_tax ),
			'tax'       => $currency->minor_text( $sum->tax ),
			'incl_tax'  => $currency->minor_text( $sum->incl_tax ),
		];
	}

	/**
	 * @param Ordered $without
	 * @return list<WithoutInvoiceAnswer>
	 */
	private static function without( array $without ): array {
		$rows = [];
		foreach ( $without as $code => [ 'orders' => $orders, 'total' => $total ] ) {
			$rows[] = [
				'currency' => $code,
				'orders'   => $orders,
				'amount'   => Currency::from_code( $code )->minor_text( $total ),
			];
		}
		return $rows;
	}
}
