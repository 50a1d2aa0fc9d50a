<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Content\CreditedInvoices;
use OrderInvoicer\Domain\Content\DocumentBuilder;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DocumentRequest;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\OrderDetails;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Content\SaleDays;
use OrderInvoicer\Domain\Customers\Parties;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\Step;
use OrderInvoicer\Domain\Failures\StepCode;
use OrderInvoicer\Domain\Items\ItemRef;
use OrderInvoicer\Domain\Items\ResolveItems;
use OrderInvoicer\Domain\Ledger\Trail;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Domain\Taxes\ReadTaxes;
use OrderInvoicer\Domain\Taxes\TaxMap;

/** Puts a document together: items, taxes, rows, and Sellsy's check of its totals. */
final class DocumentAssembler {

	public function __construct(
		private readonly ReadTaxes $taxes,
		private readonly ChooseRateCategory $rate_category,
		private readonly ResolveItems $items,
		private readonly DocumentBuilder $builder,
		private readonly CheckDocument $check,
		private readonly Clock $clock,
		private readonly Trail $trail,
		private readonly AcceptedRounding $rounding,
	) {}

	/** What is remembered of Sellsy for the order's rows will be asked for next. */
	public function expect( OrderSnapshot $order ): void {
		$this->rounding->expect( $order->id );
		$this->items->expect( $order );
	}

	/**
	 * @param int              $known_rest what of a rest another document has shown already, minor units.
	 * @param CreditedInvoices $invoices   that a credit note credits.
	 * @param bool             $is_compared `CheckDocument::agrees()` is asked about what is made of it.
	 * @throws NeedsAttention
	 * @throws RetryLater
	 * @throws RemoteFailure
	 */
	public function build(
		DocumentKind $kind,
		OrderSnapshot $order,
		Settings $settings,
		Parties $parties,
		string $key,
		?ParentRef $parent,
		int $known_rest,
		CreditedInvoices $invoices = new CreditedInvoices( [] ),
		bool $is_compared = false,
	): DocumentDraft {
		try {
			return $this->check->check(
				$this->draft( $kind, $order, $settings, $parties, $key, $parent, $known_rest, $invoices ),
				$is_compared
			);
		} catch ( RemoteFailure $refused ) {
			// A remembered item that was deleted at Sellsy since is the one thing that building again repairs.
			if (
				! in_array( $refused->kind, [ FailureKind::Rejected, FailureKind::NotFound ], true )
				|| ! $this->items->forget_gone( $order )
			) {
				throw $refused;
			}
			return $this->check->check(
				$this->draft( $kind, $order, $settings, $parties, $key, $parent, $known_rest, $invoices )
			);
		}
	}

	/**
	 * A document whose rows are known.
	 *
	 * @param list<DraftRow>   $rows
	 * @param int              $incl_tax TTC, minor units.
	 * @param CreditedInvoices $invoices that a credit note credits.
	 * @throws NeedsAttention
	 * @throws RemoteFailure
	 */
	public function of_rows(
		DocumentKind $kind,
		OrderSnapshot $order,
		Settings $settings,
		Parties $parties,
		string $key,
		array $rows,
		int $incl_tax,
		CreditedInvoices $invoices,
	): DocumentDraft {
		$totals = new Totals( (int) array_sum( array_column( $rows, 'total' ) ), $incl_tax, [] );
		return $this->check->check(
			$this->builder->of_rows(
				$order,
				$settings,
				$this->request( $kind, $order, $settings, $parties, $key, [], null, 0, $invoices ),
				$rows,
				$totals
			)
		);
	}

	private function draft(
		DocumentKind $kind,
		OrderSnapshot $order,
		Settings $settings,
		Parties $parties,
		string $key,
		?ParentRef $parent,
		int $known_rest,
		CreditedInvoices $invoices,
	): DocumentDraft {
		$settings = $this->rounding->settings( $order->id, $settings );

		$taxes = $this->taxes->map( $settings );
		$items = $this->items->resolve( $order, $taxes, $settings->items );
		$draft = $this->builder->build(
			$order,
			$settings,
			$taxes,
			$this->request( $kind, $order, $settings, $parties, $key, $items, $parent, $known_rest, $invoices )
		);
		$this->trail->note( $this->totals_step( $draft, $taxes ) );
		return $draft;
	}

	/** @param array<int, ItemRef> $items by order line id. */
	private function request(
		DocumentKind $kind,
		OrderSnapshot $order,
		Settings $settings,
		Parties $parties,
		string $key,
		array $items,
		?ParentRef $parent,
		int $known_rest,
		CreditedInvoices $invoices,
	): DocumentRequest {
		$days = SaleDays::of( $order, $settings, $this->clock->day_of( $order->created_at ) );
		return new DocumentRequest(
			kind: $kind,
			key: $key,
			customer: $parties->customer,
			contact_id: $parties->contact_id,
			invoicing_address_id: $parties->invoicing_address_id,
			delivery_address_id: $parties->delivery_address_id,
			items: $items,
			date: $this->clock->today(),
			days: $days,
			rate_category_id: $this->rate_category->for_kind( $kind, $settings, $order->currency ),
			parent: $parent,
			details: OrderDetails::details( $order, $settings, $days ),
			known_rest: $known_rest,
			invoices: $invoices,
			customer_name: $parties->name,
		);
	}

	/** The totals that a document should have: HT, VAT by rate, the rounding row and TTC. */
	private function totals_step( DocumentDraft $draft, TaxMap $taxes ): Step {
		$decimals = $draft->currency->decimals;
		$priced   = array_filter( $draft->rows, static fn( DraftRow $row ): bool => $row->kind === RowKind::Priced );
		return new Step(
			StepCode::Totals,
			[
				'kind'     => $draft->kind->value,
				'rows'     => count( $priced ),
				'excl_tax' => self::amount( $draft->totals->excl_tax, $decimals ),
				'vat'      => $this->vat( $draft, $taxes ),
				'rounding' => self::amount( $this->rounding( $draft, $taxes ), $decimals ),
				'incl_tax' => self::amount( $draft->totals->incl_tax, $decimals ),
				'currency' => $draft->currency->code,
			]
		);
	}

	/** @return string "20: 2.00; 5.5: 0.55" */
	private function vat( DocumentDraft $draft, TaxMap $taxes ): string {
		$by_rate = [];
		$known   = [ ...array_values( $taxes->rates ), ...array_values( $taxes->exempt ) ];
		foreach ( array_column( $known, null, 'id' ) as $id => $tax ) {
			$vat = $draft->totals->by_tax[ $id ]['vat'] ?? 0;
			if ( $vat !== 0 ) {
				$rate             = $tax->rate->to_string();
				$by_rate[ $rate ] = ( $by_rate[ $rate ] ?? 0 ) + $vat;
			}
		}
		$parts = array_map(
			static fn( int|string $rate, int $vat ): string =>
				$rate . ': ' . self::amount( $vat, $draft->currency->decimals ),
			array_keys( $by_rate ),
			$by_rate
		);
		return implode( '; ', $parts );
	}

	/** The builder puts what is left last, under a tax of its own. */
	private function rounding( DocumentDraft $draft, TaxMap $taxes ): int {
		$last = array_values( $draft->rows )[ count( $draft->rows ) - 1 ] ?? null;
		return $last !== null
			&& $taxes->rounding !== null
			&& $last->tax_id === $taxes->rounding->id
			&& $last->item === null
				? $last->total ?? 0
				: 0;
	}

	private static function amount( int $minor, int $decimals ): string {
		return Decimal::of_minor( $minor, $decimals )->to_scale( $decimals );
	}
}
