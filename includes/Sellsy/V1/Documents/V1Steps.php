<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\Text;
use OrderInvoicer\Sellsy\V1\V1Client;

/**
 * What only API v1 can do with documents that exist, including those made by v2: the ids are the same.
 *
 * @assumes free-invoice-paid
 */
final class V1Steps {

	public function __construct( private readonly V1Client $client ) {}

	/**
	 * Orders, delivery notes and proformas.
	 *
	 * @param DocumentState $state draft, sent or cancelled: v1's words too.
	 * @throws RemoteFailure
	 */
	public function set( DocumentKind $kind, int $id, DocumentState $state ): void {
		$document = [
			'doctype' => $kind->value,
			'step'    => $state->value,
		];
		$this->call( 'Document.updateStep', $id, [ 'document' => $document ] );
	}

	/**
	 * An invoice of 0.00. `paid` is among v1's steps of invoices; that somebody may set it is inferred.
	 *
	 * @throws RemoteFailure
	 */
	public function set_paid( int $id ): void {
		$document = [
			'doctype' => DocumentKind::Invoice->value,
			'step'    => 'paid',
		];
		$this->call( 'Document.updateStep', $id, [ 'document' => $document ] );
	}

	/**
	 * Orders and delivery notes.
	 *
	 * @throws RemoteFailure
	 */
	public function ship( int $id ): void {
		$this->call( 'Document.updateDeliveryStep', $id, [ 'document' => [ 'step' => 'sent' ] ] );
	}

	/**
	 * With Sellsy's own template, the document attached by it.
	 *
	 * @throws RemoteFailure
	 */
	public function send( DocumentKind $kind, int $id, string $email ): void {
		$message = [
			'doctype'            => $kind->value,
			'emails'             => [ Text::code( $email, CustomerMapping::MAX_EMAIL ) ],
			'addsendertoemail'   => 'N',
			'includeAttachments' => 'N',
		];
		$this->call( 'Document.sendDocByMail', $id, [ 'email' => $message ] );
	}

	/** @param array<string, mixed> $params */
	private function call( string $method, int $id, array $params ): void {
		$this->client->tell( $method, [ 'docid' => $id ] + $params );
	}
}
