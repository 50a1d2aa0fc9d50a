<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Resources;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Client\ApiRequest;
use OrderInvoicer\Sellsy\Client\SellsyClient;

/** What is set against a document: payments, and credit notes against invoices. */
final class DocumentLinks {

	public function __construct( private readonly SellsyClient $client ) {}

	/** @param string $amount TTC; a string in this body, unlike that of payments. */
	public function set_against( int $credit_note_id, int $invoice_id, string $amount ): void {
		$ids = [
			'creditNoteId' => $credit_note_id,
			'invoiceId'    => $invoice_id,
		];
		$this->client->send(
			ApiRequest::post( '/credit-notes/{creditNoteId}/invoices/{invoiceId}', [ 'amount' => $amount ], $ids )
		);
	}

	/** @return list<Answer> */
	public function invoices_of( int $credit_note_id ): array {
		return $this->client->all( ApiRequest::get( '/credit-notes/{id}/invoices', [ 'id' => $credit_note_id ] ) );
	}

	/**
	 * @param float $amount TTC; Sellsy wants a JSON number here, and gets the amount's own digits: no more than 15 of
	 *                      them.
	 */
	public function pay( DocumentKind $kind, int $document_id, int $payment_id, float $amount ): void {
		$ids = [
			'documentId' => $document_id,
			'paymentId'  => $payment_id,
		];
		$this->client->send(
			ApiRequest::post(
				Documents::path( $kind, '/{documentId}/payments/{paymentId}' ),
				[ 'amount' => $amount ],
				$ids
			)
		);
	}

	public function unpay( DocumentKind $kind, int $document_id, int $payment_id ): void {
		$ids = [
			'documentId' => $document_id,
			'paymentId'  => $payment_id,
		];
		$this->client->send(
			ApiRequest::delete( Documents::path( $kind, '/{documentId}/payments/{paymentId}' ), $ids )
		);
	}

	/**
	 * One page: this list declares neither `limit` nor `offset`.
	 *
	 * @return list<Answer>
	 */
	public function payments_of( DocumentKind $kind, int $document_id ): array {
		return $this->client->send(
			ApiRequest::get( Documents::path( $kind, '/{id}/payments' ), [ 'id' => $document_id ] )
		)->list( 'data' );
	}

	/** TTC; invoices and credit notes only. */
	public function remaining_due( DocumentKind $kind, int $document_id ): Decimal {
		$document = $this->client->send(
			ApiRequest::get( Documents::path( $kind, '/{id}' ), [ 'id' => $document_id ] )
		);
		return $document->object( 'amounts' )->decimal( 'total_remaining_due_incl_tax' );
	}
}
