<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\ShopperDocuments;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\NoFile;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\FollowUps\OrderFacts;
use OrderInvoicer\Domain\FollowUps\WorkflowSelector;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\LossTransitions;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\OrderBook\ShopperDocument;
use OrderInvoicer\Domain\Settings\Trigger;
use OrderInvoicer\Features\ShopperDocuments\Rules\Awaited;
use OrderInvoicer\Features\ShopperDocuments\Rules\Download;
use OrderInvoicer\Features\ShopperDocuments\Rules\DownloadRefusal;
use OrderInvoicer\Features\ShopperDocuments\Rules\Progress;
use OrderInvoicer\Features\ShopperDocuments\Rules\RecentDownloads;
use OrderInvoicer\Tests\Unit\World\Fakes\FakeClock;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What a buyer may see of an order's documents, and what becomes of a download. */
final class DownloadsTest extends TestCase {

	public function test_nothing_is_shown_before_the_owner_chose_a_kind(): void {
		$world = $this->world( [], finalise: true );
		self::assertSame( [ 1 => [] ], $world->engine->shopper_documents()->of_orders( [ 1 ] ) );
		self::assertNull( $this->awaited( $world, 2, 'pending' ) );
	}

	public function test_a_final_document_is_shown_with_what_the_report_knows_and_a_draft_never(): void {
		$final = $this->world( [ 'invoice' ], finalise: true );
		[ $shown ] = $final->engine->shopper_documents()->of_orders( [ 1, 7 ] )[1];
		self::assertSame( DocumentKind::Invoice, $shown->kind );
		self::assertSame( $final->row()->remote_number, $shown->number );
		self::assertSame( [ 'EUR', 1200 ], [ $shown->currency, $shown->incl_tax ] );
		self::assertSame( [], $final->engine->shopper_documents()->of_orders( [ 1, 7 ] )[7] );

		$draft = $this->world( [ 'invoice', 'creditnote' ], finalise: false );
		self::assertGreaterThan( 0, $draft->row()->remote_id );
		self::assertSame( [ 1 => [] ], $draft->engine->shopper_documents()->of_orders( [ 1 ] ) );
	}

	/** The kind of credit notes was not chosen: what they took is known all the same. */
	public function test_an_invoice_that_was_credited_in_full_says_so_and_the_valid_one_comes_first(): void {
		$world = $this->world( [ 'invoice' ], finalise: true );
		$first = $world->row()->remote_number;
		$world->change_settings(
			[
				'creditnote' => [
					'enabled'  => true,
					'finalise' => 'at_once',
				],
			]
		);
		$world->reissue->now( 1 );
		$world->pass_time( 10 );
		$shown = $world->engine->shopper_documents()->of_orders( [ 1 ] )[1];
		self::assertSame( [ false, true ], array_column( $shown, 'is_credited' ) );
		self::assertSame( $first, $shown[1]->number );
		$sheet   = $world->engine->read_order_sheet()->read( 1 );
		$ours    = array_filter( $sheet->rows, static fn ( Task $task ): bool => $task->remote_number !== '' );
		$invoice = array_filter(
			$ours,
			static fn ( Task $task ): bool => $task->key->effect === Effect::CreateInvoice
		);
		$numbers = array_column( $sheet->valid_first( array_values( $invoice ) ), 'remote_number' );
		self::assertSame( array_column( $shown, 'number' ), $numbers, 'The owner reads them so too.' );

		$world->shop->refunds[1][] = new RefundSnapshot(
			id: 501,
			amount: Decimal::from_string( '12.00' ),
			lines: [],
			reason: '',
			created_at: $world->clock->now(),
			is_paid_back: false
		);
		$world->fire( 1, OrderEvent::REFUNDED );
		$world->pass_time( 10 );
		$shown = $world->engine->shopper_documents()->of_orders( [ 1 ] )[1];
		self::assertSame( [ true, true ], array_column( $shown, 'is_credited' ), 'By refunds as well.' );
		$sheet = $world->engine->read_order_sheet()->read( 1 );
		self::assertCount( 2, array_filter( array_column( $sheet->documents, 'is_credited' ) ) );
	}

	public function test_one_that_was_cancelled_in_sellsy_is_not_offered_to_buyers(): void {
		$world = $this->world( [ 'invoice' ], finalise: true );
		$row   = $world->row();
		$lost  = new Problem( ProblemCode::DocumentCancelled );
		$world->ledger->save( LossTransitions::lost( $row, $lost, $world->clock->now() ) );
		self::assertSame( [ 1 => [] ], $world->engine->shopper_documents()->of_orders( [ 1 ] ) );
	}

	/** Without a number it would be a draft: a proforma has one from the start. */
	public function test_a_proforma_is_there_until_there_is_a_valid_invoice(): void {
		$world = new World( finalise: true );
		$world->change_settings(
			[
				'shopper'  => [ 'kinds' => [ 'invoice' ] ],
				'invoice'  => [ 'trigger' => Trigger::COMPLETED ],
				'proforma' => [
					'enabled'    => true,
					'trigger'    => Trigger::CONFIRMED,
					'start_date' => '2026-01-01',
				],
			]
		);
		$world->order( 1 );
		$facts = new OrderFacts( 'on-hold', [ 'processing', 'completed' ], false, false, '2026-06-01', '' );
		self::assertSame(
			DocumentKind::Proforma,
			$world->engine->awaited_invoice()->proforma( 1, $facts )?->kind,
			'Nobody has heard of it.'
		);
		$world->fire( 1 );
		self::assertSame( Progress::Near, $world->engine->awaited_invoice()->progress( 1, true ) );
		$world->pass_time( 5 );
		$kinds = static fn (): array =>
			array_column( $world->engine->shopper_documents()->of_orders( [ 1 ] )[1], 'kind' );
		self::assertSame( [ DocumentKind::Proforma ], $kinds() );
		self::assertSame( Progress::Here, $world->engine->awaited_invoice()->progress( 1, true ) );
		self::assertSame( Progress::Near, $world->engine->awaited_invoice()->progress( 1, false ), 'It is paid.' );
		self::assertNull( $world->engine->awaited_invoice()->proforma( 1, $facts ) );
		$world->change_settings( [ 'shopper' => [ 'kinds' => [ 'creditnote' ] ] ] );
		self::assertSame( [], $kinds(), 'As the invoice.' );
		self::assertNull( $world->engine->awaited_invoice()->proforma( 2, $facts ) );

		$world->change_settings(
			[
				'shopper' => [ 'kinds' => [ 'invoice' ] ],
				'invoice' => [ 'trigger' => Trigger::PAID ],
			]
		);
		$world->fire( 1 );
		$world->pass_time( 10 );
		self::assertSame( [ DocumentKind::Invoice ], $kinds() );
	}

	public function test_whoever_may_edit_the_order_is_not_counted(): void {
		$world    = $this->world( [ 'invoice' ], finalise: true );
		$document = ShopperDocument::of( $world->row() ) ?? self::fail();
		for ( $time = 0; $time <= 5; $time++ ) {
			$download = $world->engine->download_document()->for_owner( 1, $document );
			self::assertNull( $download->refusal );
		}
		self::assertNull( $this->download( $world )->refusal );
	}

	public function test_a_kind_that_was_not_chosen_stays_unseen(): void {
		$world = $this->world( [ 'creditnote' ], finalise: true );
		self::assertSame( [ 1 => [] ], $world->engine->shopper_documents()->of_orders( [ 1 ] ) );
	}

	#[DataProvider( 'waits' )]
	public function test_an_invoice_is_promised_as_its_trigger_says(
		string $trigger,
		string $finalise,
		string $status,
		?string $expected,
	): void {
		$world = $this->world( [ 'invoice' ], finalise: true );
		$world->change_settings(
			[
				'invoice' => [
					'trigger'  => $trigger,
					'finalise' => $finalise,
				],
			]
		);
		self::assertSame( $expected, $this->awaited( $world, 2, $status ) );
	}

	/** @return iterable<string, array{string, string, string, string|null}> */
	public static function waits(): iterable {
		yield 'not paid yet'       => [ Trigger::PAID, 'at_once', 'on-hold', Trigger::PAID ];
		yield 'not shipped yet'    => [ Trigger::SHIPPED, 'at_once', 'processing', Trigger::SHIPPED ];
		yield 'not completed yet'  => [ Trigger::COMPLETED, 'at_once', 'processing', Trigger::COMPLETED ];
		yield 'it is on its way'   => [ Trigger::CONFIRMED, 'at_once', 'processing', WorkflowSelector::SOON ];
		yield 'a person finalises' => [ Trigger::PAID, 'manual', 'on-hold', WorkflowSelector::SOON ];
		yield 'cancelled'          => [ Trigger::PAID, 'at_once', 'cancelled', null ];
		yield 'failed'             => [ Trigger::PAID, 'at_once', 'failed', null ];
		yield 'given back before'  => [ Trigger::COMPLETED, 'at_once', 'refunded', null ];
	}

	public function test_nothing_is_promised_where_nothing_will_come(): void {
		$world = $this->world( [ 'invoice' ], finalise: true );
		self::assertNull( $this->awaited( $world, 2, 'on-hold', created: '2025-12-31' ), 'Before the start date.' );
		self::assertNull( $this->awaited( $world, 2, 'on-hold', foreign: 'https://elsewhere' ) );
		self::assertNotNull( $this->promised( $world, 2, 'on-hold', is_free: true ) );
		$world->change_settings( [ 'free_orders' => false ] );
		self::assertNull( $this->promised( $world, 2, 'on-hold', is_free: true ) );
		self::assertNotNull( $this->promised( $world, 2, 'on-hold' ) );
		self::assertNotNull( $this->promised( $world, 1, 'processing', is_free: true ), 'It has one.' );
		$world->change_settings( [ 'invoice' => [ 'enabled' => false ] ] );
		self::assertNull( $this->awaited( $world, 2, 'on-hold' ) );
	}

	/** @param array<string, mixed> $fields of the row that makes the invoice, or finalises it where it is made. */
	#[DataProvider( 'progresses' )]
	public function test_a_page_that_waits_hears_what_became_of_the_invoice(
		string $finalise,
		int $minutes,
		array $fields,
		Progress $expected,
	): void {
		$world = new World( finalise: true );
		$world->change_settings(
			[
				'shopper' => [ 'kinds' => [ 'invoice' ] ],
				'invoice' => [ 'finalise' => $finalise ],
			]
		);
		$world->order( 1 );
		self::assertSame( Progress::Near, $world->engine->awaited_invoice()->progress( 1, false ), 'It is new.' );
		self::assertSame( $finalise === 'at_once', $this->promised( $world, 1, 'processing' )?->is_near );
		$world->fire( 1 );
		$world->pass_time( $minutes );
		if ( $fields !== [] ) {
			$world->ledger->put( [ $world->row()->with( $fields ) ] );
		}
		self::assertSame( $expected, $world->engine->awaited_invoice()->progress( 1, false ) );
	}

	/** @return iterable<string, array{string, int, array<string, mixed>, Progress}> */
	public static function progresses(): iterable {
		$later = new \DateTimeImmutable( '2036-01-01' );
		yield 'about to be made'    => [ 'at_once', 0, [], Progress::Near ];
		yield 'being made'          => [ 'at_once', 0, [ 'state' => TaskState::Working ], Progress::Near ];
		yield 'tried again later'   => [ 'at_once', 0, [ 'due_at' => $later ], Progress::Over ];
		yield 'within a minute'     => [ 'at_once', 0, [ 'due_at' => self::in( 60 ) ], Progress::Near ];
		yield 'in more than one'    => [ 'at_once', 0, [ 'due_at' => self::in( 61 ) ], Progress::Over ];
		yield 'a person is needed'  => [ 'at_once', 0, [ 'state' => TaskState::Attention ], Progress::Over ];
		yield 'none will come'      => [ 'at_once', 0, [ 'state' => TaskState::Skipped ], Progress::Over ];
		yield 'final'               => [ 'at_once', 5, [], Progress::Here ];
		yield 'a person finalises'  => [ 'manual', 5, [], Progress::Over ];
		yield 'final after an hour' => [ 'hours:1', 5, [], Progress::Over ];
	}

	private static function in( int $seconds ): \DateTimeImmutable {
		return ( new FakeClock() )->now()->modify( "+$seconds seconds" );
	}

	public function test_the_sixth_within_an_hour_asks_nobody(): void {
		$world = $this->world( [ 'invoice' ], finalise: true );
		for ( $time = 0; $time < 5; $time++ ) {
			self::assertNull( $this->download( $world )->refusal );
			$world->clock->advance( 60 );
		}
		$refused = $this->download( $world );
		self::assertSame( DownloadRefusal::TooMany, $refused->refusal );
		self::assertSame( 3600 - 5 * 60, $refused->retry_after );
		self::assertCount( 5, $world->fake( FakeDownloads::class )->asked );
		self::assertNull( $this->download( $world, order_id: 2 )->refusal, 'Another order has its own.' );

		$world->clock->advance( $refused->retry_after );
		self::assertNull( $this->download( $world )->refusal );
		self::assertSame( DownloadRefusal::TooMany, $this->download( $world )->refusal );
	}

	public function test_what_is_stored_is_read_whatever_it_is_and_never_grows_old(): void {
		foreach ( [ '', '[]', 'null', '{"1":"x"}', '{"1":[true,"2"]}', '{' ] as $stored ) {
			self::assertSame( 0, RecentDownloads::read( $stored, 1000 )->wait( 1 ), $stored );
		}
		$full = '{"1":[100,100,100,100,100],"2":[90]}';
		self::assertSame( 3600, RecentDownloads::read( $full, 100 )->wait( 1 ) );
		self::assertSame( '{"3":[3700]}', RecentDownloads::read( $full, 3700 )->with( 3 )->to_text() );
		self::assertSame( 3600, RecentDownloads::read( $full, 50 )->wait( 1 ), 'The clock was put back.' );
	}

	/** @param \Exception $failure of the way to the file. */
	#[DataProvider( 'failures' )]
	public function test_what_a_failure_means_for_the_buyer(
		\Exception $failure,
		DownloadRefusal $refusal,
		int $after,
	): void {
		$world                   = $this->world( [ 'invoice' ], finalise: true );
		$world->fake( FakeDownloads::class )->fails = $failure;
		$download                = $this->download( $world );
		self::assertSame( [ $refusal, $after, '' ], [ $download->refusal, $download->retry_after, $download->pdf ] );
	}

	public function test_what_sellsy_did_not_give_uses_up_nothing(): void {
		$world                   = $this->world( [ 'invoice' ], finalise: true );
		$world->fake( FakeDownloads::class )->fails = new RemoteFailure( FailureKind::OutcomeUnknown );
		for ( $i = 0; $i < 7; $i++ ) {
			self::assertSame( DownloadRefusal::Later, $this->download( $world )->refusal );
		}
		$world->fake( FakeDownloads::class )->fails = null;
		for ( $i = 0; $i < 5; $i++ ) {
			self::assertNull( $this->download( $world )->refusal );
		}
		self::assertSame( DownloadRefusal::TooMany, $this->download( $world )->refusal );
	}

	/** @return iterable<string, array{\Exception, DownloadRefusal, int}> */
	public static function failures(): iterable {
		$later = DownloadRefusal::Later;
		yield 'slow'               => [ new RemoteFailure( FailureKind::OutcomeUnknown ), $later, 300 ];
		yield 'away'               => [ new RemoteFailure( FailureKind::NotSent ), $later, 300 ];
		yield 'no access'          => [ new RemoteFailure( FailureKind::Unauthorized ), $later, 300 ];
		yield 'no quota'           => [ new RemoteFailure( FailureKind::RateLimited, retry_after: 900 ), $later, 900 ];
		yield 'no PDF yet'         => [ new NoFile( 'no_link', true ), $later, 300 ];
		yield 'another document'   => [ new NoFile( 'another_document', false ), DownloadRefusal::Gone, 0 ];
		yield 'deleted at Sellsy'  => [ new RemoteFailure( FailureKind::NotFound ), DownloadRefusal::Gone, 0 ];
	}

	/** @param list<string> $kinds */
	private function world( array $kinds, bool $finalise ): World {
		$world = new World( finalise: $finalise );
		$world->change_settings( [ 'shopper' => [ 'kinds' => $kinds ] ] );
		$world->order( 1 );
		$world->fire( 1 );
		$world->pass_time( 5 );
		return $world;
	}

	private function awaited(
		World $world,
		int $order_id,
		string $status,
		string $created = '2026-06-01',
		string $foreign = '',
	): ?string {
		return $this->promised( $world, $order_id, $status, $created, $foreign )?->trigger;
	}

	private function promised(
		World $world,
		int $order_id,
		string $status,
		string $created = '2026-06-01',
		string $foreign = '',
		bool $is_free = false,
	): ?Awaited {
		return $world->engine->awaited_invoice()->of(
			$order_id,
			new OrderFacts(
				status: $status,
				paid_statuses: [ 'processing', 'completed' ],
				payment_complete: false,
				has_date_paid: false,
				created_day: $created,
				foreign_url: $foreign
			),
			$is_free
		);
	}

	private function download( World $world, int $order_id = 1 ): Download {
		return $world->engine->download_document()->run(
			$order_id,
			new ShopperDocument(
				task_id: 1,
				kind: DocumentKind::Invoice,
				id: 7,
				number: 'F-1',
				date: null,
				currency: null,
				incl_tax: null
			)
		);
	}
}
