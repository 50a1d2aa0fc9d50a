<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Content;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\DocumentAmounts;
use OrderInvoicer\Domain\Amounts\OrderAmounts;
use OrderInvoicer\Domain\Amounts\OrderRates;
use OrderInvoicer\Domain\Amounts\TaxGroup;
use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Documents\DocumentKey;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\SubjectKey;
use OrderInvoicer\Domain\Failures\NeedsAttention;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\LargestRemainder;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Taxes\Exemptions;
use OrderInvoicer\Domain\Taxes\TaxMap;
use OrderInvoicer\Domain\Text\PlainText;

/**
 * From an order to the document that says the same: its total is the order's to the cent, its VAT is each rate's HT ×
 * rate, and where the two cannot meet the rest stands in a row of its own or the order stops.
 */
final class DocumentBuilder {

	private readonly LargestRemainder $remainder;
	private readonly OrderAmounts $amounts;
	private readonly PlainText $text;

	public function __construct( private readonly DocumentTexts $texts ) {
		$this->remainder = new LargestRemainder();
		$this->amounts   = new OrderAmounts();
		$this->text      = new PlainText();
	}

	/** @throws NeedsAttention */
	public function build(
		OrderSnapshot $order,
		Settings $settings,
		TaxMap $map,
		DocumentRequest $request,
	): DocumentDraft {
		$order   = ( new BundleLines() )->order( $order, $settings->items->bundles );
		$rates   = new OrderRates(
			order: $order,
			map: $map,
			exemptions: new Exemptions(),
			as_invoiced: $request->kind === DocumentKind::CreditNote
		);
		$amounts = $this->amounts->amounts( $order, $rates, $settings->rounding_cap, $request->known_rest );
		$rows    = $this->rows( $order, $request, $amounts, $rates, $settings->stock->agrees );
		$draft   = $this->of_rows(
			$order,
			$settings,
			$request,
			$rows,
			$this->totals( $amounts->total, $amounts->groups, $rows ),
			$this->details( $request, $amounts->groups )
		);
		return $draft->of_shape( Shape::of( $draft, $order->prices_include_tax, $amounts->rest !== 0 ) );
	}

	/**
	 * An invoice of an intra-Community supply says when the goods left (BR-IC-11): until it is known, its own day.
	 *
	 * @param list<TaxGroup> $groups
	 */
	private function details( DocumentRequest $request, array $groups ): DocumentDetails {
		$categories = array_map( static fn ( TaxGroup $group ): string => $group->parts[0]->tax->category, $groups );
		return $request->kind === DocumentKind::Invoice && in_array( 'K', $categories, true )
			? $request->details->shipped_by( $request->date )
			: $request->details;
	}

	/**
	 * A document whose rows are known. A credit note names its invoices first.
	 *
	 * @param list<DraftRow> $rows
	 * @throws NeedsAttention
	 */
	public function of_rows(
		OrderSnapshot $order,
		Settings $settings,
		DocumentRequest $request,
		array $rows,
		Totals $totals,
		?DocumentDetails $details = null,
	): DocumentDraft {
		$workflow = $settings->workflow( $request->kind );
		$category = $request->rate_category_id
			?? $workflow->rate_category_id
			?? throw NeedsAttention::because( ProblemCode::RateCategoryUnset );
		$comments  = new CommentRows( $this->texts, $this->text );
		$reference = $this->order_reference( $order, $settings, $request );
		return new DocumentDraft(
			kind: $request->kind,
			key: $request->key,
			customer: $request->customer,
			contact_id: $request->contact_id,
			invoicing_address_id: $request->invoicing_address_id,
			delivery_address_id: $request->delivery_address_id,
			currency: $order->currency,
			date: $request->date,
			subject: $this->subject( $workflow->subject, $order, $request, $reference ),
			note: $this->text->block( $this->filled( $workflow->note, $order, $request ), PlainText::TEXT ),
			rows: [ ...$comments->credited( $request->invoices ), ...$comments->sold( $request ), ...$rows ],
			totals: $totals,
			rate_category_id: $category,
			owner_id: $workflow->owner_id,
			model_id: $request->parent === null ? $workflow->model_id : null,
			payment_term_id: $workflow->payment_term_id,
			parent: $request->parent,
			details: $details ?? $request->details,
			customer_name: $request->customer_name,
			order_reference: $reference,
		);
	}

	/**
	 * Invoices alone have a field for it. A number that reads like a key of this shop would be taken for another
	 * order's.
	 */
	private function order_reference( OrderSnapshot $order, Settings $settings, DocumentRequest $request ): string {
		$number = $request->kind === DocumentKind::Invoice ? $order->buyer_order_number : '';
		return DocumentKey::is_of( $settings->shop_code, strtoupper( $number ) ) ? '' : $number;
	}

	/** @return list<DraftRow> */
	private function rows(
		OrderSnapshot $order,
		DocumentRequest $request,
		DocumentAmounts $amounts,
		OrderRates $rates,
		bool $keeps_stock,
	): array {
		$prices   = new RowPrices( $this->texts, $order->currency->decimals );
		$comments = new CommentRows( $this->texts, $this->text );
		$factory  = new DocumentRows(
			order: $order,
			items: $request->items,
			texts: $this->texts,
			prices: $prices,
			comments: $comments,
			text: $this->text,
			keeps_stock: $keeps_stock,
			remainder: $this->remainder
		);
		$rows     = $factory->for_groups( $amounts->groups );
		if ( $amounts->rest === 0 ) {
			return $rows;
		}
		$amount = $order->currency->minor_text( $amounts->rest );
		return [ ...$rows, $factory->rounding( $amounts->rest, $rates->rounding_tax( $amount )->id ) ];
	}

	/**
	 * Only invoices have a field for our key. Where it holds the buyer's own number, and on the other kinds, our key
	 * stands in the subject, where it can be found again.
	 */
	private function subject(
		string $template,
		OrderSnapshot $order,
		DocumentRequest $request,
		string $order_reference,
	): string {
		$subject = $this->filled( $template === '' ? $this->texts->subject() : $template, $order, $request );
		return $request->kind === DocumentKind::Invoice && $order_reference === ''
			? $this->text->line( $subject, PlainText::SUBJECT )
			: SubjectKey::add( $this->text->line( $subject, PlainText::SUBJECT - SubjectKey::ROOM ), $request->key );
	}

	private function filled( string $template, OrderSnapshot $order, DocumentRequest $request ): string {
		return ( new Placeholders() )
			->fill( $template, $order, $request->days->ordered, $request->invoices->text( $this->texts, $this->text ) );
	}

	/**
	 * What Sellsy must find, by its own tax ids: several may share a category and rate, and then share their VAT.
	 *
	 * @param int            $total TTC, minor units.
	 * @param list<TaxGroup> $groups
	 * @param list<DraftRow> $rows
	 */
	private function totals( int $total, array $groups, array $rows ): Totals {
		$by_tax = [];
		$ht     = 0;
		foreach ( $rows as $row ) {
			if ( $row->tax_id !== null && $row->total !== null ) {
				$by_tax[ $row->tax_id ]['ht']  = ( $by_tax[ $row->tax_id ]['ht'] ?? 0 ) + $row->total;
				$by_tax[ $row->tax_id ]['vat'] = 0;
				$ht                           += $row->total;
			}
		}
		foreach ( $groups as $group ) {
			$by_tax = $this->with_vat( $by_tax, $group );
		}
		return new Totals( $ht, $total, $by_tax );
	}

	/**
	 * @param array<int, array{ht: int, vat: int}> $by_tax
	 * @return array<int, array{ht: int, vat: int}>
	 */
	private function with_vat( array $by_tax, TaxGroup $group ): array {
		$ids = [];
		foreach ( $group->parts as $part ) {
			$ids[ $part->tax->id ] = Decimal::of_int( $by_tax[ $part->tax->id ]['ht'] ?? 0 );
		}
		$shares = $this->remainder->spread( $group->vat(), array_values( $ids ) );
		foreach ( array_keys( $ids ) as $i => $tax_id ) {
			$by_tax[ $tax_id ] = [
				'ht'  => $by_tax[ $tax_id ]['ht'] ?? 0,
				'vat' => $shares[ $i ],
			];
		}
		return $by_tax;
	}
}
