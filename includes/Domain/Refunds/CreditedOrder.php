<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Refunds;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\DocumentAmounts;
use OrderInvoicer\Domain\Amounts\OrderAmounts;
use OrderInvoicer\Domain\Amounts\OrderRates;
use OrderInvoicer\Domain\Content\DocumentTexts;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\OrderTax;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\EmptiedRates;
use OrderInvoicer\Domain\OrderBook\RefundedLines;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Domain\Taxes\TaxMap;

/**
 * From a refund to what its credit note says. The refund's amount is kept to the cent; what the invoice still holds per
 * tax is found by making the earlier credit notes again, in their sequence: all of it is arithmetic, nothing is asked.
 */
final class CreditedOrder {

	private readonly OrderAmounts $amounts;
	private readonly RefundedLines $lines;
	private readonly LumpSum $lump;
	private readonly OverdrawnRates $overdrawn;

	public function __construct( private readonly DocumentTexts $texts ) {
		$this->amounts   = new OrderAmounts();
		$this->lines     = new RefundedLines();
		$this->lump      = new LumpSum();
		$this->overdrawn = new OverdrawnRates( $this->lump );
	}

	/**
	 * @param OrderSnapshot        $invoiced what the invoice bills.
	 * @param list<RefundSnapshot> $credited refunds credited on that invoice before, oldest first.
	 * @param int                  $cap      most minor units that an "Arrondi" row may hold.
	 * @throws NeedsAttention
	 */
	public function credit_for(
		OrderSnapshot $invoiced,
		array $credited,
		RefundSnapshot $refund,
		TaxMap $map,
		int $cap,
	): Credit {
		$rates = new OrderRates( order: $invoiced, map: $map, exemptions: new Exemptions(), as_invoiced: true );
		$left  = Remaining::from_invoice( $this->amounts->amounts( $invoiced, $rates, $cap ) );
		foreach ( $credited as $i => $earlier ) {
			$before = array_slice( $credited, 0, $i );
			$left   = $left->after(
				$this->amounts_of( $this->credit( $invoiced, $before, $left, $earlier, $rates, $cap ), $rates, $cap )
			);
		}
		$credit = $this->credit( $invoiced, $credited, $left, $refund, $rates, $cap );
		return $credit->leaving( $left->after( $this->amounts_of( $credit, $rates, $cap ) )->total() );
	}

	/** @param list<RefundSnapshot> $before of the same invoice. */
	private function credit(
		OrderSnapshot $invoiced,
		array $before,
		Remaining $left,
		RefundSnapshot $refund,
		OrderRates $rates,
		int $cap,
	): Credit {
		if ( $refund->amount->scale() > $invoiced->currency->decimals || ! $refund->amount->is_positive() ) {
			throw $this->not_writable( $invoiced, $refund );
		}
		$amount = $refund->amount->to_minor( $invoiced->currency->decimals );
		$left->check( $amount );
		$is_last = $amount === $left->total();
		if ( $is_last && $left->is_untouched ) {
			return new Credit(
				$invoiced->charging( $invoiced->total, $invoiced->lines, $invoiced->prices_include_tax ),
				$left->positive_rest()
			);
		}
		if ( $this->lines->worth_a_row( $refund ) === [] ) {
			return $this->lump( $invoiced, $refund, $left );
		}
		$named   = $this->lines->order( $invoiced, $refund );
		$order   = EmptiedRates::settled( $named, $refund->amount );
		$known   = $is_last ? $left->positive_rest() : 0;
		$by_line = new Credit( $order, $known + ( $order === $named ? 0 : count( $order->lines ) ) );
		if ( $is_last ) {
			return $this->fits( $by_line, $left, $rates, $cap ) ? $by_line : $this->lump( $invoiced, $refund, $left );
		}
		$amounts = $this->amounts_of( $by_line, $rates, $cap, self::tax_to_enter( $invoiced, $by_line->order ) );
		return $left->holds( $amounts ) || ! RefundedLines::were_charged( $invoiced, [ ...$before, $refund ] )
			? $by_line
			: $this->overdrawn->credit( $refund, $by_line, $amounts, $left, $this->name( $refund ) );
	}

	/** The last refund takes what is left, whatever its lines say. */
	private function fits( Credit $credit, Remaining $left, OrderRates $rates, int $cap ): bool {
		try {
			return $left->holds( $this->amounts_of( $credit, $rates, $cap ) );
		} catch ( NeedsAttention ) {
			return false;
		}
	}

	private function lump( OrderSnapshot $invoiced, RefundSnapshot $refund, Remaining $left ): Credit {
		return $this->lump->credit( $invoiced, $refund, $left, $this->name( $refund ) );
	}

	/** Of rows that belong to no line. */
	private function name( RefundSnapshot $refund ): string {
		return $refund->reason !== '' ? $refund->reason : $this->texts->refund();
	}

	/**
	 * @param array<string, string> $to_enter where the refund's VAT does not fit.
	 * @throws NeedsAttention
	 */
	private function amounts_of( Credit $credit, OrderRates $rates, int $cap, array $to_enter = [] ): DocumentAmounts {
		try {
			return $this->amounts->amounts( $credit->order, $rates, $cap, $credit->known_rest );
		} catch ( NeedsAttention $stop ) {
			throw new NeedsAttention( self::of_refund( $stop->problem, $to_enter ) );
		}
	}

	/**
	 * What was said of an order is said of its refund.
	 *
	 * @param array<string, string> $to_enter
	 */
	private static function of_refund( Problem $problem, array $to_enter ): Problem {
		return match ( $problem->code ) {
			ProblemCode::LinesDoNotAddUp => new Problem(
				ProblemCode::RefundLinesDiffer,
				[
					'refund' => $problem->fact( 'order_total' ),
					'lines'  => $problem->fact( 'lines_total' ),
				]
			),
			ProblemCode::TaxesAreNotRates => new Problem(
				ProblemCode::RefundTaxesDiffer,
				[
					'refund'     => $problem->fact( 'order_total' ),
					'refund_vat' => $problem->fact( 'order_vat' ),
					'lines'      => $problem->fact( 'document_total' ),
					'lines_vat'  => $problem->fact( 'document_vat' ),
					...$to_enter,
				]
			),
			default => $problem,
		};
	}

	private function not_writable( OrderSnapshot $invoiced, RefundSnapshot $refund ): NeedsAttention {
		return NeedsAttention::because(
			ProblemCode::AmountNotWritable,
			[
				'amount'   => $refund->amount->to_string(),
				'currency' => $invoiced->currency->code,
			]
		);
	}

	/**
	 * What a person enters in the shop so that the VAT of a refund fits: HT and VAT of what was given back.
	 *
	 * @param OrderSnapshot $refunded the refund in the form of an order.
	 * @return array<string, string> facts of RefundTaxesDiffer; empty where several lines or rates leave it open.
	 */
	private static function tax_to_enter( OrderSnapshot $invoiced, OrderSnapshot $refunded ): array {
		$line = array_column( $invoiced->lines, null, 'id' )[ $refunded->lines[0]->id ?? 0 ] ?? null;
		$tax  = $line === null ? null : self::only_tax( $invoiced, array_keys( $line->taxes ) );
		if (
			$line === null
			|| $tax === null
			|| count( $refunded->lines ) !== 1
			|| $refunded->total->compare( $line->incl_tax() ) > 0
		) {
			return [];
		}
		$decimals = $invoiced->currency->decimals;
		$hundred  = Decimal::of_int( 100 );
		$excl_tax = $refunded->total
			->times( $hundred )
			->divided_by( $hundred->plus( $tax->percent ), $decimals, Rounding::HalfUp );
		return [
			'enter'     => $excl_tax->to_scale( $decimals ),
			'enter_vat' => $refunded->total->minus( $excl_tax )->to_scale( $decimals ),
		];
	}

	/** @param list<int> $rates of a line. */
	private static function only_tax( OrderSnapshot $invoiced, array $rates ): ?OrderTax {
		return count( $rates ) === 1 ? array_column( $invoiced->taxes, null, 'rate_id' )[ $rates[0] ] ?? null : null;
	}
}
