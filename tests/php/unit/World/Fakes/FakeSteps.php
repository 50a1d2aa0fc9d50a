<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\World\Fakes;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\DocumentSteps;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Tests\Unit\World\Sellsy;

/** States of documents, and the e-mails that left. */
final class FakeSteps implements DocumentSteps {

	/**
	 * @var array<int, DocumentState|null> by document id; a document is made as a draft; null: a word of Sellsy's own.
	 */
	public array $states = [];

	/** An invoice of 0.00 stays due whatever is said. */
	public bool $leaves_due = false;

	/** @var list<string> `kind id address`. */
	public array $mails = [];

	public function __construct( private readonly Sellsy $sellsy ) {}

	public function state( DocumentKind $kind, int $id ): ?DocumentState {
		return $this->sellsy->request(
			'get_state',
			fn(): ?DocumentState => array_key_exists( $id, $this->states ) ? $this->states[ $id ] : DocumentState::Draft
		);
	}

	public function set_state( DocumentKind $kind, int $id, DocumentState $state ): void {
		$this->sellsy->request(
			'set_state',
			function () use ( $id, $state ): void {
				$this->states[ $id ] = $state;
			}
		);
	}

	public function set_free_paid( RemoteDocument $invoice ): void {
		$this->sellsy->request(
			'set_free_paid',
			function () use ( $invoice ): void {
				if ( ! $this->sellsy->has_v1 ) {
					throw new RemoteFailure( FailureKind::V1Missing );
				}
				$this->sellsy->documents[ $invoice->id ] = new RemoteDocument(
					...[
						...get_object_vars( $this->sellsy->documents[ $invoice->id ] ),
						'status' => $this->leaves_due ? 'due' : 'paid',
					]
				);
			}
		);
	}

	public function send( DocumentKind $kind, int $id, string $email ): void {
		$this->sellsy->request(
			'send',
			function () use ( $kind, $id, $email ): void {
				$this->mails[] = "{$kind->value} $id $email";
			}
		);
	}
}
