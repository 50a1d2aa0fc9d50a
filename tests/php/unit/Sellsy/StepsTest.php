<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\Auth\CredentialStore;
use OrderInvoicer\Sellsy\Mapping\AccountMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\Resources\Documents;
use OrderInvoicer\Sellsy\SellsySteps;
use OrderInvoicer\Sellsy\V1\Documents\V1Documents;
use OrderInvoicer\Sellsy\V1\Documents\V1Mapping;
use OrderInvoicer\Sellsy\V1\V1Probe;
use PHPUnit\Framework\Attributes\DataProvider;

final class StepsTest extends AdapterTestCase {

	private SellsySteps $steps;

	protected function setUp(): void {
		parent::setUp();
		$identity    = new AccountIdentity( new CredentialStore( new MemorySecrets(), null ) );
		$lists       = new AccountLists(
			$this->client,
			new AccountMapping(),
			$identity,
			new V1Probe( $this->v1 )
		);
		$v1          = new V1Documents( $this->v1, new V1Mapping( $lists ) );
		$this->steps = new SellsySteps( new Documents( $this->client ), $v1, $this->v1 );
	}

	public function test_estimates_are_moved_by_v2(): void {
		$this->answer( [ 'id' => 7 ] );

		$this->steps->set_state( DocumentKind::Estimate, 7, DocumentState::Cancelled );

		self::assertSame( [ 'PUT /estimates/7/status' ], $this->routes() );
		self::assertSame( [ 'status' => 'cancelled' ], $this->sent( 0 ) );
	}

	#[DataProvider( 'invoices' )]
	public function test_only_a_final_invoice_of_nothing_is_set_to_paid(
		string $ttc,
		string $status,
		bool $may
	): void {
		$this->answer_v1( null );
		$invoice = new RemoteDocument(
			kind: DocumentKind::Invoice,
			id: 7,
			number: $status === 'draft' ? '' : 'F-1',
			status: $status,
			key: '',
			amounts: new ComputedDocument( [], Decimal::zero(), Decimal::from_string( $ttc ) ),
			created: ''
		);
		if ( ! $may ) {
			$this->expectException( \LogicException::class );
		}
		$this->steps->set_free_paid( $invoice );

		$document = [
			'doctype' => 'invoice',
			'step'    => 'paid',
		];
		self::assertSame( self::call( 'Document.updateStep', $document ), $this->called( 0 ) );
	}

	/** @return iterable<string, array{string, string, bool}> */
	public static function invoices(): iterable {
		yield 'of 0.00' => [ '0.00', 'due', true ];
		yield 'of a cent' => [ '0.01', 'due', false ];
		yield 'below zero' => [ '-0.01', 'due', false ];
		yield 'a draft' => [ '0.00', 'draft', false ];
	}

	/** What v1 answers beside its `status: success` is documented nowhere; seen were nothing, and `true`. */
	#[DataProvider( 'successes' )]
	public function test_success_is_success_whatever_else_v1_says( string|bool|null $response ): void {
		$this->answer_v1( $response );
		$this->answer_v1( $response );
		$this->answer_v1( $response );

		$this->steps->send( DocumentKind::Invoice, 7, 'client@example.com' );
		$this->steps->set_state( DocumentKind::Order, 7, DocumentState::Sent );
		$this->steps->set_state( DocumentKind::Delivery, 7, DocumentState::Shipped );

		self::assertSame(
			[ 'Document.sendDocByMail', 'Document.updateStep', 'Document.updateDeliveryStep' ],
			array_map( fn ( int $call ): string => $this->called( $call )['method'], [ 0, 1, 2 ] )
		);
	}

	/** @return iterable<string, array{string|bool|null}> */
	public static function successes(): iterable {
		yield 'true' => [ true ];
		yield 'a word' => [ 'ok' ];
		yield 'nothing' => [ null ];
	}

	/** @param array<string, mixed> $call */
	#[DataProvider( 'calls' )]
	public function test_the_others_are_moved_by_v1( DocumentKind $kind, DocumentState $state, array $call ): void {
		$this->answer_v1( null );

		$this->steps->set_state( $kind, 7, $state );

		self::assertSame( $call, $this->called( 0 ) );
	}

	/** @return iterable<string, array{DocumentKind, DocumentState, array<string, mixed>}> */
	public static function calls(): iterable {
		$ship = self::call( 'Document.updateDeliveryStep', [ 'step' => 'sent' ] );
		yield 'order shipped' => [ DocumentKind::Order, DocumentState::Shipped, $ship ];
		yield 'delivery shipped' => [ DocumentKind::Delivery, DocumentState::Shipped, $ship ];
		foreach ( [
			[ DocumentKind::Order, DocumentState::Cancelled ],
			[ DocumentKind::Order, DocumentState::Sent ],
			[ DocumentKind::Delivery, DocumentState::Draft ],
			[ DocumentKind::Proforma, DocumentState::Cancelled ],
		] as [ $kind, $state ] ) {
			$step = [
				'doctype' => $kind->value,
				'step'    => $state->value,
			];
			yield "$kind->value $state->value" => [ $kind, $state, self::call( 'Document.updateStep', $step ) ];
		}
	}

	#[DataProvider( 'impossible' )]
	public function test_what_no_step_leads_to_is_a_mistake_of_ours( DocumentKind $kind, DocumentState $state ): void {
		$this->expectException( \LogicException::class );
		$this->steps->set_state( $kind, 7, $state );
	}

	/** @return iterable<string, array{DocumentKind, DocumentState}> */
	public static function impossible(): iterable {
		yield 'final' => [ DocumentKind::Invoice, DocumentState::Finalised ];
		yield 'invoice back to draft' => [ DocumentKind::Invoice, DocumentState::Draft ];
		yield 'estimate shipped' => [ DocumentKind::Estimate, DocumentState::Shipped ];
		yield 'delivery cancelled' => [ DocumentKind::Delivery, DocumentState::Cancelled ];
	}

	public function test_a_delivery_note_is_read_through_v1(): void {
		$this->answer_v1(
			[
				'step'         => 'sent',
				'deliverystep' => 'wait',
			]
		);

		self::assertSame( DocumentState::Sent, $this->steps->state( DocumentKind::Delivery, 7 ) );
		self::assertSame( 'Document.getOne', $this->called( 0 )['method'] );
	}

	#[DataProvider( 'answers' )]
	public function test_reads_the_state_from_status_and_shipping(
		DocumentKind $kind,
		string $status,
		string $shipping,
		?DocumentState $state,
	): void {
		$this->answer(
			[
				'status'       => $status,
				'order_status' => $shipping,
			]
		);

		self::assertSame( $state, $this->steps->state( $kind, 7 ) );
	}

	/** @return iterable<string, array{DocumentKind, string, string, DocumentState|null}> */
	public static function answers(): iterable {
		yield 'draft' => [ DocumentKind::Order, 'draft', 'none', DocumentState::Draft ];
		yield 'sent' => [ DocumentKind::Order, 'sent', 'wait', DocumentState::Sent ];
		yield 'shipped' => [ DocumentKind::Order, 'invoiced', 'sent', DocumentState::Shipped ];
		yield 'accepted' => [ DocumentKind::Order, 'accepted', 'none', null ];
		yield 'due' => [ DocumentKind::Invoice, 'due', '', DocumentState::Finalised ];
		yield 'draft invoice' => [ DocumentKind::Invoice, 'draft', '', DocumentState::Draft ];
		yield 'cancelled invoice' => [ DocumentKind::Invoice, 'cancelled', '', DocumentState::Cancelled ];
	}

	public function test_sends_to_one_address_and_nobody_else(): void {
		$this->answer_v1( null );

		$this->steps->send( DocumentKind::CreditNote, 7, 'client@example.org' );

		$email = [
			'doctype'            => 'creditnote',
			'emails'             => [ 'client@example.org' ],
			'addsendertoemail'   => 'N',
			'includeAttachments' => 'N',
		];
		self::assertSame( $email, $this->called( 0 )['params']['email'] );
	}

	/**
	 * @param array<string, string> $document
	 * @return array<string, mixed>
	 */
	private static function call( string $method, array $document ): array {
		return [
			'method' => $method,
			'params' => [
				'docid'    => 7,
				'document' => $document,
			],
		];
	}
}
