<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Sellsy\Mapping\CustomerMapping;
use OrderInvoicer\Sellsy\Mapping\Text;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\V1Client;

/**
 * States are read and set by API v2 where it can, otherwise by v1: the ids are the same. "Shipped" is a separate state
 * beside the document's.
 *
 * @assumes free-invoice-paid
 */
final class SellsySteps implements DocumentSteps {

	public function __construct(
		private readonly Documents $documents,
		private readonly V1Documents $v1_documents,
		private readonly V1Client $client,
	) {}

	public function state( DocumentKind $kind, int $id ): ?DocumentState {
		if ( $kind->needs_v1() ) {
			$document = $this->v1_documents->one( $kind, $id );
			return self::read( $kind, $document->string( 'step' ), $document->string( 'deliverystep' ) );
		}
		$document = $this->documents->get( $kind, $id );
		return self::read( $kind, $document->string( 'status' ), $document->string( 'order_status' ) );
	}

	public function set_state( DocumentKind $kind, int $id, DocumentState $state ): void {
		if (
			$state === DocumentState::Finalised
			|| ! in_array( $state, DocumentState::states( $kind ), true )
			|| $kind->is_validated()
		) {
			throw new \LogicException( "No {$kind->value} becomes {$state->value} by a step." );
		}
		match ( true ) {
			$kind === DocumentKind::Estimate  => $this->documents->set_estimate_status( $id, $state->value ),
			$state === DocumentState::Shipped => // Orders and delivery notes.
				$this->call( 'Document.updateDeliveryStep', $id, [ 'document' => [ 'step' => 'sent' ] ] ),
			default                           => $this->set_by_v1( $kind, $id, $state->value ),
		};
	}

	public function set_free_paid( RemoteDocument $invoice ): void {
		$is_free = $invoice->kind === DocumentKind::Invoice
			&& ! $invoice->is_draft()
			&& $invoice->amounts->incl_tax->is_zero();
		$is_free
			? $this->set_by_v1( $invoice->kind, $invoice->id, 'paid' )
			: throw new \LogicException( 'Only what is worth nothing.' );
	}

	private static function read( DocumentKind $kind, string $status, string $shipping ): ?DocumentState {
		return match ( true ) {
			$shipping === 'sent'   => DocumentState::Shipped,
			$kind->is_validated() && ! in_array( $status, [ 'draft', 'cancelled' ], true ) => DocumentState::Finalised,
			in_array( $status, [ 'draft', 'sent', 'cancelled' ], true ) => DocumentState::from( $status ),
			default                => null,
		};
	}

	/** @param string $step draft, sent or cancelled; `paid` of invoices: that somebody may set it is inferred. */
	private function set_by_v1( DocumentKind $kind, int $id, string $step ): void {
		$document = [
			'doctype' => $kind->value,
			'step'    => $step,
		];
		$this->call( 'Document.updateStep', $id, [ 'document' => $document ] );
	}

	/** With Sellsy's own template, the document attached by it. */
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
