<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ListedDocument;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Payments\MoneyOnInvoice;
use OrderInvoicer\Features\TalkBack\Rules\OwnPayments;
use OrderInvoicer\Features\TalkBack\Rules\PageComparison;
use OrderInvoicer\Features\TalkBack\Rules\TakeEvent;
use OrderInvoicer\Features\TalkBack\Rules\Taken;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/**
 * What anybody may send to the shop, and what comes of it: a hint at most.
 *
 * @assumes signature
 */
final class TakeEventTest extends TestCase {

	private World $world;
	private TakeEvent $take;
	private int $invoice;

	protected function setUp(): void {
		$this->world              = new World( finalise: true );
		$this->world->seen->is_on = true;
		$this->world->shop->remember( $this->world->shop->address(), 'account-1' );
		$this->world->order( 1 );
		$this->world->fire( 1 );
		$this->world->due->run( 20 );
		$this->world->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		$this->world->sweep->run(); // Makes the webhook, and has the first look.
		$this->take                 = $this->world->engine->take_event();
		$this->invoice              = $this->world->row()->remote_id;
		$this->world->sellsy->calls = [];
	}

	/** @return iterable<string, array{array<string, string>|null, bool, bool, bool}> */
	public static function listed(): iterable {
		$cancelled = [ 'status' => RemoteDocument::CANCELLED ];
		yield 'as it was' => [ [], false, false, true ];
		yield 'cancelled' => [ $cancelled, false, true, false ];
		yield 'as it was, but it is read by itself anyway' => [ [], true, true, false ];
		yield 'another document, in another account' => [ $cancelled + [ 'number' => 'F-9' ], false, false, false ];
		yield 'without what it is worth' => [ null, false, false, false ];
	}

	/**
	 * @param array<string, string>|null $listed as a page of the list has it; null where that holds no documents.
	 * @param bool                       $was_hinted before, and whether it is then.
	 */
	#[DataProvider( 'listed' )]
	public function test_what_a_page_of_the_list_shows(
		?array $listed,
		bool $was_hinted,
		bool $is_hinted,
		bool $is_seen,
	): void {
		$world = $this->world;
		$kind  = DocumentKind::Invoice;
		$world->seen->hint( $kind, $was_hinted ? [ $this->invoice ] : [], $world->clock->now() );
		$is    = get_object_vars( $world->sellsy->documents[ $this->invoice ] );
		$one   = new ListedDocument(
			kind: $kind,
			id: $this->invoice,
			number: $is['number'],
			key: '',
			customer: null,
			document: $listed === null ? null : new RemoteDocument( ...[ ...$is, ...$listed ] )
		);
		$now   = $world->clock->now();
		$asked = $now->modify( '+1 minute' );
		$money = new MoneyOnInvoice( $world->ledger, $world->observations );
		$pages = new PageComparison( $world->seen, $world->ledger, new OwnPayments( $world->ledger ), $money );
		$pages->compare( kind: $kind, listed: [ $one ], since: $now->modify( '-1 day' ), asked_at: $asked, room: 1 );
		$seen = $world->seen->among( $kind, [ $this->invoice ] )[ $this->invoice ];
		self::assertSame( $is_hinted, $seen->hinted_at !== null );
		self::assertSame( $is_seen, $seen->seen_at?->getTimestamp() === $asked->getTimestamp() );
	}

	public function test_what_is_signed_is_a_hint_read_by_the_next_runner_and_asks_sellsy_nothing(): void {
		self::assertSame( Taken::Noted, $this->send( $this->event() ) );
		self::assertSame( [ $this->invoice ], $this->hinted() );
		self::assertSame( [ [], 1 ], [ $this->world->sellsy->calls, $this->world->shop->started ] );
		self::assertSame( 'as assumed: signed', $this->world->observations->seen['signature'] );
		$this->world->engine->look_at_sellsy()->read_events();
		self::assertSame( [], $this->hinted() );
	}

	/** Nobody has seen how much was due of the invoice: what the ledger holds says how much should be. */
	public function test_a_payment_that_was_taken_off_before_anybody_looked_is_asked_about(): void {
		$method = [
			'gateway'   => 'stripe',
			'method_id' => 4,
		];
		$this->world->change_settings(
			[
				'payments' => [
					'enabled' => true,
					'methods' => [ $method ],
				],
			]
		);
		$this->world->clock->advance( 60 );
		$this->world->order( 2 );
		$this->world->fire( 2, OrderEvent::PAYMENT );
		$this->world->due->run( 20 );
		$payment = fn (): ?Task => $this->world->ledger->find_by_key( new TaskKey( 2, Effect::RecordPayment ) );
		self::assertSame( TaskState::Done, $payment()?->state );
		$this->world->payments->links = [];
		$this->world->pass_time( 120 );
		self::assertSame( ProblemCode::PaymentGone, $payment()?->problem?->code );
	}

	public function test_twice_is_one_hint(): void {
		$this->send( $this->event() );
		$this->send( $this->event() );
		self::assertSame( [ $this->invoice ], $this->hinted() );
	}

	/** @return iterable<string, array{string}> */
	public static function about_nothing_of_ours(): iterable {
		yield 'an unknown id' => [ '{"relatedtype":"invoice","relatedid":"424242"}' ];
		yield 'another kind with our id' => [ '{"relatedtype":"estimate","relatedid":"%d"}' ];
		yield 'a customer' => [ '{"relatedtype":"third","relatedid":"%d"}' ];
		yield 'no id' => [ '{"relatedtype":"invoice"}' ];
		yield 'an id of another form' => [ '{"relatedtype":"invoice","relatedid":["%d"]}' ];
		yield 'a list' => [ '[1,2]' ];
		yield 'no JSON' => [ 'notif=%d' ];
		yield 'nothing' => [ '' ];
	}

	#[DataProvider( 'about_nothing_of_ours' )]
	public function test_what_is_none_of_ours_changes_nothing_and_says_so_to_nobody( string $body ): void {
		self::assertSame( Taken::Noted, $this->send( sprintf( $body, $this->invoice ) ) );
		self::assertSame( [ [], 0 ], [ $this->hinted(), $this->world->shop->started ] );
		self::assertArrayNotHasKey( 'signature', $this->world->observations->seen );
	}

	/** @return iterable<string, array{\Closure( string, string ): string}> signature of body and key. */
	public static function forged(): iterable {
		yield 'none' => [ static fn (): string => '' ];
		yield 'nonsense' => [ static fn (): string => 'x' ];
		yield 'another key' => [ static fn ( string $body ): string => sha1( "other$body" ) ];
		yield 'an empty key' => [ static fn ( string $body ): string => sha1( $body ) ];
		yield 'another body' => [ static fn ( string $body, string $key ): string => sha1( "$key$body " ) ];
		yield 'the key after the body' => [ static fn ( string $body, string $key ): string => sha1( $body . $key ) ];
		yield 'a part' => [ static fn ( string $body, string $key ): string => substr( sha1( $key . $body ), 0, 39 ) ];
	}

	/** @param \Closure( string, string ): string $sign */
	#[DataProvider( 'forged' )]
	public function test_what_is_forged_is_refused( \Closure $sign ): void {
		$body = $this->event();
		self::assertSame( Taken::NotSigned, $this->take->take( $body, $sign( $body, $this->key() ) ) );
		self::assertSame( [], $this->hinted() );
		self::assertArrayNotHasKey( 'signature', $this->world->observations->seen, 'It may be anybody\'s.' );
	}

	public function test_without_a_webhook_of_our_own_nothing_is_signed(): void {
		$body      = $this->event();
		$signature = sha1( $this->key() . $body );
		$this->world->change_settings( [ 'talk_back' => [ 'webhooks' => false ] ] );
		self::assertSame( Taken::NotSigned, $this->take->take( $body, $signature ) );
		$this->world->change_settings( [ 'talk_back' => [ 'webhooks' => true ] ] );
		$this->world->fake( FakeWebhooks::class )->kept = null;
		self::assertSame( Taken::NotSigned, $this->take->take( $body, $signature ) );
		self::assertSame( Taken::NotSigned, $this->take->take( $body, sha1( $body ) ) );
	}

	public function test_more_than_64_kilobytes_are_not_looked_at(): void {
		$body = str_pad( $this->event(), 65_537 );
		self::assertSame( Taken::TooLarge, $this->send( $body ) );
		self::assertSame( Taken::Noted, $this->send( substr( $body, 0, 65_536 ) ) );
	}

	/** Forged ones take nothing of it. */
	public function test_sixty_a_minute(): void {
		for ( $event = 0; $event < 60; $event++ ) {
			$this->take->take( $this->event(), 'forged' );
			self::assertSame( Taken::Noted, $this->send( $this->event() ) );
		}
		self::assertSame( Taken::TooMany, $this->send( $this->event() ) );
		$this->world->clock->advance( 60 );
		self::assertSame( Taken::Noted, $this->send( $this->event() ) );
	}

	private function event(): string {
		return json_encode(
			[
				'eventType'   => 'docslog',
				'event'       => 'paymentadd',
				'relatedtype' => 'invoice',
				'relatedid'   => (string) $this->invoice,
			],
			JSON_THROW_ON_ERROR
		);
	}

	private function send( string $body ): Taken {
		return $this->take->take( $body, sha1( $this->key() . $body ) );
	}

	private function key(): string {
		return (string) $this->world->fake( FakeWebhooks::class )->kept?->key;
	}

	/** @return list<int> */
	private function hinted(): array {
		return array_column( $this->world->seen->hinted( 10 ), 'id' );
	}
}
