<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Documents\SubjectKey;
use OrderInvoicer\Domain\Documents\TaxAmount;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\Sellsy\Client\Answer;

/**
 * What `POST` and `PUT` of estimates, orders, invoices and credit notes take and answer; what each kind accepts differs
 * and Sellsy refuses the rest. Number and status are Sellsy's to give and never sent. Amounts are HT.
 *
 * @assumes buyer-reference
 * @assumes day-of-goods
 * @assumes draft-keeps-fields
 */
final class DocumentMapping {

	/** Chosen once: `PUT` of that kind does not know them. */
	private const FIXED          = [ 'rate_category_id', 'parent' ];
	private const FIXED_ESTIMATE = [ ...self::FIXED, 'owner_id' ];

	private const SUMS = [ 'date', 'currency', 'rate_category_id', 'related', 'rows' ];

	/** Sellsy's limit, characters. */
	private const MAX_NUMBER = 50;

	public function __construct(
		private readonly RowMapping $rows,
		private readonly PartiesMapping $parties = new PartiesMapping(),
	) {}

	/**
	 * @param array<string, int|bool> $payment_terms of the draft's payment term, see AccountMapping; empty:
	 *                                               Sellsy's default.
	 * @return array<string, mixed>
	 */
	public function body( DocumentDraft $draft, array $payment_terms ): array {
		$subject = Text::line( $draft->subject, PlainText::SUBJECT );
		$note    = Text::html( $draft->note );
		$body    = [
			'date'                 => $draft->date,
			'currency'             => $draft->currency->code,
			'order_reference'      => $this->order_reference( $draft ),
			'rate_category_id'     => $draft->rate_category_id,
			'related'              => $this->related( $draft ),
			'contact_id'           => $draft->kind === DocumentKind::Estimate ? $draft->contact_id : null,
			'rows'                 => array_map( $this->rows->body( ... ), $draft->rows ),
			'subject'              => $subject === '' ? null : $subject,
			'note'                 => $note === '' ? null : $note,
			'owner_id'             => $draft->owner_id,
			'invoicing_address_id' => $draft->invoicing_address_id,
			'delivery_address_id'  => $draft->delivery_address_id,
			'payment_terms'        => $payment_terms === [] || $draft->kind !== DocumentKind::Invoice
				? null
				: $payment_terms,
			'parent'               => $this->parent( $draft ),
		] + $this->details( $draft->kind, $draft->details );
		return array_filter( $body, static fn( mixed $value ): bool => $value !== null );
	}

	/**
	 * As much as decides what the document is worth, the same for every kind.
	 *
	 * @return array<string, mixed>
	 */
	public function sums( DocumentDraft $draft ): array {
		return array_intersect_key( $this->body( $draft, [] ), array_flip( self::SUMS ) );
	}

	/**
	 * @param array<string, int|bool> $payment_terms
	 * @return array<string, mixed>
	 */
	public function update( DocumentDraft $draft, array $payment_terms ): array {
		$fixed = $draft->kind === DocumentKind::Estimate ? self::FIXED_ESTIMATE : self::FIXED;
		return array_diff_key( $this->body( $draft, $payment_terms ), array_flip( $fixed ) );
	}

	public function document( DocumentKind $kind, Answer $answer ): RemoteDocument {
		$status     = $answer->string( 'status' );
		$in_subject = SubjectKey::read( $answer->string( 'subject' ) );
		$is_invoice = $kind === DocumentKind::Invoice;
		return new RemoteDocument(
			kind: $kind,
			id: $answer->id(),
			// Accounts may number drafts of what is validated; such a number does not stay.
			number: $status === 'draft' && $kind->is_validated() ? '' : $answer->string( 'number' ),
			status: $status,
			key: $is_invoice ? $answer->string( 'order_reference' ) : $in_subject,
			amounts: $this->amounts( $kind, $answer ),
			created: $answer->string( 'created' ),
			date: substr( $answer->string( 'date' ), 0, 10 ),
			parties: $this->parties->parties( $answer ),
			currency: $this->currency( $answer ),
			due: $answer->object( 'amounts' )->optional_decimal( 'total_remaining_due_incl_tax' ),
			subject_key: $is_invoice ? $in_subject : '',
		);
	}

	/** BT-13 of an electronic invoice: the buyer's own order number where there is one, else our key. */
	private function order_reference( DocumentDraft $draft ): ?string {
		if ( $draft->kind !== DocumentKind::Invoice ) {
			return null; // Sellsy knows it of no other kind.
		}
		$reference = Text::code( $draft->order_reference, 100 );
		return $reference === '' ? Text::code( $draft->key, 100 ) : $reference;
	}

	/** Lists come without rows. */
	public function amounts( DocumentKind $kind, Answer $answer ): ComputedDocument {
		$amounts = $answer->object( 'amounts' );
		$rows    = $answer->has( 'rows' ) ? $answer->list( 'rows' ) : [];
		return new ComputedDocument(
			row_totals: array_map( $this->rows->total( ... ), $rows ),
			excl_tax: $amounts->decimal( 'total_excl_tax' ),
			incl_tax: $amounts->decimal( $kind === DocumentKind::Estimate ? 'total' : 'total_incl_tax' ),
			taxes: $this->taxes( $answer ),
		);
	}

	/** For the report alone, as the taxes: what cannot be read is no reason to think that a document was not made. */
	private function currency( Answer $answer ): string {
		try {
			return $answer->string( 'currency' );
		} catch ( RemoteFailure ) {
			return '';
		}
	}

	/** @return list<TaxAmount>|null */
	private function taxes( Answer $answer ): ?array {
		try {
			$bases = $this->bases( $answer );
			$tax   = static fn ( Answer $of ): TaxAmount => new TaxAmount(
				tax_id: $of->id(),
				percent: $of->decimal( 'rate' ),
				amount: $of->decimal( 'amount' ),
				base: $bases[ $of->id() ] ?? null
			);
			return $answer->has( 'taxes' ) ? array_map( $tax, $answer->list( 'taxes' ) ) : null;
		} catch ( RemoteFailure ) {
			return null;
		}
	}

	/**
	 * No answer says them, its rows do. Where these do not come to its HT (an option, a discount on all of it), nothing
	 * is known.
	 *
	 * @return array<int, Decimal> by tax.
	 */
	private function bases( Answer $answer ): array {
		$bases = [];
		foreach ( $answer->has( 'rows' ) ? $answer->list( 'rows' ) : [] as $row ) {
			$tax = $row->optional_int( 'tax_id' );
			$ht  = $this->rows->total( $row );
			if ( $tax !== null && $ht !== null ) {
				$bases[ $tax ] = ( $bases[ $tax ] ?? Decimal::zero() )->plus( $ht );
			}
		}
		$ht = $answer->object( 'amounts' )->optional_decimal( 'total_excl_tax' );
		return $ht !== null && Decimal::sum( array_values( $bases ) )->equals( $ht ) ? $bases : [];
	}

	/**
	 * Estimates name the person in a field of its own.
	 *
	 * @return list<array{type: string, id: int}>
	 */
	private function related( DocumentDraft $draft ): array {
		$related = [
			[
				'type' => $draft->customer->type->value,
				'id'   => $draft->customer->id,
			],
		];
		if ( $draft->contact_id !== null && $draft->kind !== DocumentKind::Estimate ) {
			$related[] = [
				'type' => 'contact',
				'id'   => $draft->contact_id,
			];
		}
		return $related;
	}

	/** @return array{type: string, id: int}|null Sellsy takes one: a document, or else a model. */
	private function parent( DocumentDraft $draft ): ?array {
		$model = $draft->model_id === null ? null : [
			'type' => 'model',
			'id'   => $draft->model_id,
		];
		return $draft->parent === null ? $model : [
			'type' => $draft->parent->kind->value,
			'id'   => $draft->parent->id,
		];
	}

	/** @return array<string, mixed> null where there is nothing to say. Credit notes take the first two only. */
	public function details( DocumentKind $kind, DocumentDetails $details ): array {
		$body = [
			'sale_type'     => self::filled( $details->sale_type ),
			'service_dates' => $details->service_start === '' ? null : [
				'start' => $details->service_start,
				'end'   => $details->service_end,
			],
		];
		return $kind === DocumentKind::CreditNote ? $body : $body + [
			'shipping_date'      => self::filled( $details->shipping_date ),
			'vat_mode'           => self::filled( $details->vat_mode ),
			'payment_method_ids' => $details->payment_method_ids === [] ? null : $details->payment_method_ids,
			'shipping_weight'    => $details->weight === null ? null : [
				'unit'  => 'g',
				'value' => $details->weight->to_string(),
			],
			'settings'           => $this->parcel( $details ),
		];
	}

	/**
	 * Sellsy wants all three, or none.
	 *
	 * @return array{shipping: array<string, string|null>}|null
	 */
	private function parcel( DocumentDetails $details ): ?array {
		$parcel = [
			'parcel_count'    => null,
			'tracking_url'    => Text::url( $details->tracking_url ),
			'tracking_number' => self::filled( Text::code( $details->tracking_number, self::MAX_NUMBER ) ),
		];
		return $parcel['tracking_url'] === null && $parcel['tracking_number'] === null
			? null
			: [ 'shipping' => $parcel ];
	}

	private static function filled( string $value ): ?string {
		return $value === '' ? null : $value;
	}
}
