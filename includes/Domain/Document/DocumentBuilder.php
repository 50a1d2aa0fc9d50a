<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Document;

use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Sync\ProblemCode;
use OrderInvoicer\Domain\Tax\Exemptions;
use OrderInvoicer\Domain\Tax\TaxMap;

/**
 * From an order to the document that says the same: its total is the order's to the cent, its VAT is each rate's HT ×
 * rate, and where the two cannot meet the rest stands in a row of its own or the order stops.
 */
final class DocumentBuilder {

	private readonly LargestRemainder $remainder;
	private readonly PlainText $text;

	public function __construct( private readonly DocumentTexts $texts ) {
		$this->remainder = new LargestRemainder();
		$this->text      = new PlainText();
	}

	/** @throws CannotInvoice */
	public function build( OrderSnapshot $order, Settings $settings, TaxMap $map, DocumentRequest $request ): DocumentDraft {
		$workflow = $settings->workflow( $request->kind );
		$category = $request->rate_category_id ?? $workflow->rate_category_id ?? throw CannotInvoice::because( ProblemCode::RateCategoryUnset );
		$total    = $this->total( $order );
		$rates    = new OrderRates( $order, $map, new Exemptions() );
		$groups   = ( new TaxGroups() )->of( $order, $rates, new LineTaxes( $order, $rates, $this->remainder ) );
		if ( $groups === [] ) {
			throw CannotInvoice::because( ProblemCode::NothingToInvoice );
		}
		$settling = new RoundingRest( $total, $order->currency->decimals, $settings->rounding_cap );
		$groups   = $settling->settle( $this->computed( $order, $total, $groups ) );
		$rows     = $this->rows( $order, $request, $groups, $settling->of( $groups ), $rates );
		return new DocumentDraft(
			$request->kind,
			$request->key,
			$request->customer,
			$request->contact_id,
			$request->invoicing_address_id,
			$request->delivery_address_id,
			$order->currency,
			$request->date,
			$this->subject( $workflow->subject, $order, $request ),
			$this->text->block( $this->filled( $workflow->note, $order, $request ), PlainText::TEXT ),
			$rows,
			( new DocumentTotals() )->of( $total, $groups, $rows ),
			$category,
			$workflow->owner_id,
			$request->parent === null ? $workflow->model_id : null,
			$workflow->payment_term_id,
			$request->parent,
			$request->details,
		);
	}

	/** The order's total in minor units. */
	private function total( OrderSnapshot $order ): int {
		if ( $order->total->scale() > $order->currency->decimals || $order->total->is_negative() ) {
			$facts = [
				'amount'   => $order->total->to_string(),
				'currency' => $order->currency->code,
			];
			throw CannotInvoice::because( ProblemCode::AmountNotWritable, $facts );
		}
		return $order->total->to_minor( $order->currency->decimals );
	}

	/**
	 * Without any VAT, HT is what was charged, however prices were entered: no rest can arise, and none could be written
	 * beside category O.
	 *
	 * @param non-empty-list<TaxGroup> $groups
	 * @return non-empty-list<TaxGroup>
	 */
	private function computed( OrderSnapshot $order, int $total, array $groups ): array {
		$taxed = array_filter( $groups, static fn ( TaxGroup $group ): bool => ! $group->rate()->is_zero() );
		return $order->prices_include_tax || $taxed === []
			? ( new TtcTotals( $this->remainder ) )->of( $total, $groups )
			: ( new HtTotals() )->of( $groups );
	}

	/**
	 * @param non-empty-list<TaxGroup> $groups
	 * @return list<DraftRow>
	 */
	private function rows( OrderSnapshot $order, DocumentRequest $request, array $groups, int $rest, OrderRates $rates ): array {
		$prices   = new RowPrices( $this->texts, $order->currency->decimals );
		$comments = new CommentRows( $this->texts, $this->text );
		$factory  = new DocumentRows( $order, $request->items, $this->texts, $prices, $comments, new GroupRows( $this->remainder ), $this->text );
		$rows     = $factory->of( $groups );
		if ( $rest === 0 ) {
			return $rows;
		}
		$amount = Decimal::of_minor( $rest, $order->currency->decimals )->to_scale( $order->currency->decimals );
		return [ ...$rows, $factory->rounding( $rest, $rates->rounding_tax( $amount )->id ) ];
	}

	/** Only invoices have a field for our key; on the others it stands in the subject, where it can be found again. */
	private function subject( string $template, OrderSnapshot $order, DocumentRequest $request ): string {
		$subject = $this->filled( $template, $order, $request );
		return $request->kind === DocumentKind::Invoice
			? $this->text->line( $subject, PlainText::SUBJECT )
			: SubjectKey::add( $this->text->line( $subject, PlainText::SUBJECT - SubjectKey::ROOM ), $request->key );
	}

	private function filled( string $template, OrderSnapshot $order, DocumentRequest $request ): string {
		return ( new Placeholders() )->fill( $template, $order, $request->order_date );
	}
}
