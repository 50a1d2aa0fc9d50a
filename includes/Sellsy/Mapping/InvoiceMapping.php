<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

use OrderInvoicer\Domain\Document\ComputedDocument;
use OrderInvoicer\Domain\Document\DocumentDraft;
use OrderInvoicer\Domain\Document\DocumentKind;
use OrderInvoicer\Domain\Document\RemoteDocument;
use OrderInvoicer\Sellsy\Answer;

defined( 'ABSPATH' ) || exit;

/**
 * `POST /invoices`, `POST /invoices/compute` and what they answer. Number and status are Sellsy's to give and never
 * sent. Amounts are HT.
 */
final class InvoiceMapping {

	public function __construct( private readonly RowMapping $rows ) {}

	/**
	 * @param array<string, int|bool> $payment_terms of the draft's payment term, see PaymentTermMapping; empty: Sellsy's default.
	 * @return array<string, mixed>
	 */
	public function body( DocumentDraft $draft, array $payment_terms ): array {
		$optional = [
			'subject'              => $draft->subject === '' ? null : $draft->subject,
			'note'                 => $draft->note === '' ? null : Text::html( $draft->note ),
			'owner_id'             => $draft->owner_id,
			'invoicing_address_id' => $draft->invoicing_address_id,
			'delivery_address_id'  => $draft->delivery_address_id,
			'payment_terms'        => $payment_terms === [] ? null : $payment_terms,
			'parent'               => $draft->model_id === null ? null : [
				'type' => 'model',
				'id'   => $draft->model_id,
			],
		];
		return [
			'date'             => $draft->date,
			'currency'         => $draft->currency->code,
			'order_reference'  => $draft->key,
			'rate_category_id' => $draft->rate_category_id,
			'related'          => $this->related( $draft ),
			'rows'             => array_map( $this->rows->body( ... ), $draft->rows ),
		] + array_filter( $optional, static fn( mixed $value ): bool => $value !== null );
	}

	public function document( Answer $answer ): RemoteDocument {
		$status = $answer->string( 'status' );
		return new RemoteDocument(
			DocumentKind::Invoice,
			$answer->int( 'id' ),
			// Accounts may number drafts; such a number does not stay.
			$status === 'draft' ? '' : $answer->string( 'number' ),
			$status,
			$answer->string( 'order_reference' ),
			$this->amounts( $answer ),
			$answer->string( 'created' ),
		);
	}

	/** Lists come without rows. */
	public function amounts( Answer $answer ): ComputedDocument {
		$amounts = $answer->object( 'amounts' );
		$rows    = $answer->has( 'rows' ) ? $answer->list( 'rows' ) : [];
		return new ComputedDocument(
			array_map( $this->rows->total( ... ), $rows ),
			$amounts->decimal( 'total_excl_tax' ),
			$amounts->decimal( 'total_incl_tax' ),
		);
	}

	/** @return list<array{type: string, id: int}> */
	private function related( DocumentDraft $draft ): array {
		$related = [
			[
				'type' => $draft->customer->type->value,
				'id'   => $draft->customer->id,
			],
		];
		if ( $draft->contact_id !== null ) {
			$related[] = [
				'type' => 'contact',
				'id'   => $draft->contact_id,
			];
		}
		return $related;
	}
}
