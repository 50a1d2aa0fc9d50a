<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Features\TalkBack;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Features\TalkBack\Rules\KeepWebhook;
use OrderInvoicer\Features\TalkBack\Rules\Obstacle;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** The shop's webhook at Sellsy follows the owner's wish, and nobody else's is touched. */
final class KeepWebhookTest extends TestCase {

	private const OTHERS = [
		'url'        => 'https://another-shop.fr/?wc-api=orderinvoicer_events',
		'key'        => 'theirs',
		'is_enabled' => true,
	];

	private World $world;
	private FakeWebhooks $sellsy;
	private KeepWebhook $keep;

	protected function setUp(): void {
		$this->world          = new World();
		$this->sellsy         = $this->world->fake( FakeWebhooks::class );
		$this->sellsy->made   = [ 5 => self::OTHERS ];
		$this->keep           = $this->world->engine->keep_webhook();
		$this->world->shop->remember( $this->world->shop->address(), 'account-1' );
		$this->want( true );
	}

	public function test_by_default_nothing_is_asked(): void {
		$this->want( false );
		$this->keep->run();
		self::assertSame( [ [], 'off' ], [ $this->sellsy->asked, $this->keep->state() ] );
	}

	public function test_it_is_made_once_with_a_key_of_its_own_and_looked_after_daily(): void {
		self::assertSame( 'coming', $this->keep->state() );
		$this->keep->run();
		self::assertSame( 'on', $this->keep->state() );
		self::assertSame( [ 'events', 'at', 'create' ], $this->sellsy->asked );
		$kept = $this->sellsy->kept;
		self::assertSame( [ $kept?->url, $kept?->key ], array_slice( array_values( $this->sellsy->made[6] ), 0, 2 ) );
		self::assertGreaterThanOrEqual( 64, strlen( (string) $kept?->key ) );

		$this->hours( 23 );
		$this->keep->run();
		self::assertCount( 3, $this->sellsy->asked );
		$this->hours( 2 );
		$this->keep->run();
		self::assertSame( 'stands', $this->sellsy->asked[3] );
		self::assertCount( 4, $this->sellsy->asked );
	}

	/** @return iterable<string, array{\Closure( FakeWebhooks ): void}> */
	public static function gone(): iterable {
		yield 'deleted there' => [
			static function ( FakeWebhooks $sellsy ): void {
				unset( $sellsy->made[6] );
			},
		];
		yield 'switched off there' => [
			static function ( FakeWebhooks $sellsy ): void {
				$sellsy->made[6]['is_enabled'] = false;
			},
		];
	}

	/** @param \Closure( FakeWebhooks ): void $happens */
	#[DataProvider( 'gone' )]
	public function test_what_is_gone_there_is_made_again_with_another_key( \Closure $happens ): void {
		$this->keep->run();
		$key = $this->sellsy->kept?->key;
		$happens( $this->sellsy );
		$this->hours( 25 );
		$this->keep->run();
		self::assertSame( 'on', $this->keep->state() );
		self::assertNotSame( $key, $this->sellsy->kept?->key );
		self::assertCount( 2, $this->sellsy->made );
	}

	public function test_a_lost_answer_leaves_no_second_one(): void {
		$this->sellsy->loses_answer = true;
		$this->keep->run();
		self::assertSame( 'failed', $this->keep->state() );
		$this->hours( 2 );
		$this->keep->run();
		self::assertSame( 'on', $this->keep->state() );
		self::assertSame( self::OTHERS, $this->sellsy->made[5] );
		self::assertCount( 2, $this->sellsy->made );
		self::assertSame( $this->sellsy->kept?->key, array_values( $this->sellsy->made )[1]['key'] );
	}

	public function test_a_missing_right_is_said_and_tried_again_hourly_or_when_a_person_asks(): void {
		$this->sellsy->failure = new RemoteFailure( FailureKind::AccountBlocked, 403 );
		$this->keep->run();
		$this->keep->run();
		self::assertSame( [ [ 'events' ], 'no_right' ], [ $this->sellsy->asked, $this->keep->state() ] );
		self::assertStringContainsString( '403', implode( $this->world->shop->errors ), 'Support finds it there.' );
		$this->sellsy->failure = null;
		$this->keep->now();
		self::assertSame( 'on', $this->keep->state() );
	}

	public function test_an_account_without_such_events_makes_none(): void {
		$this->sellsy->events = [];
		$this->keep->run();
		self::assertSame( 'no_events', $this->keep->state() );
		self::assertSame( [ 5 => self::OTHERS ], $this->sellsy->made );
	}

	public function test_switched_off_it_is_deleted_and_what_cannot_be_is_tried_again(): void {
		$this->keep->run();
		$this->want( false );
		$this->sellsy->failure = new RemoteFailure( FailureKind::OutcomeUnknown );
		$this->keep->run();
		$this->keep->run();
		self::assertSame( 'not_deleted', $this->keep->state() );
		self::assertCount( 4, $this->sellsy->asked );
		$this->sellsy->failure = null;
		$this->hours( 2 );
		$this->keep->run();
		self::assertSame( [ 5 => self::OTHERS ], $this->sellsy->made );
		self::assertSame( [ null, 'off' ], [ $this->sellsy->kept, $this->keep->state() ] );
	}

	public function test_a_shop_that_disconnects_takes_its_own_with_it(): void {
		$this->keep->run();
		$this->keep->remove();
		self::assertSame( [ 5 => self::OTHERS ], $this->sellsy->made );
		self::assertNull( $this->sellsy->kept );
	}

	/** Its answer was lost: what stands at our address with our key is ours. */
	public function test_so_does_one_of_which_no_answer_came(): void {
		$this->sellsy->loses_answer = true;
		$this->keep->run();
		self::assertCount( 2, $this->sellsy->made );
		$this->keep->remove();
		self::assertSame( [ 5 => self::OTHERS ], $this->sellsy->made );
	}

	public function test_disconnecting_goes_on_without_sellsy(): void {
		$this->keep->run();
		$this->sellsy->failure = new RemoteFailure( FailureKind::NotSent );
		$this->keep->remove();
		self::assertNull( $this->sellsy->kept );
	}

	/** The plugin is switched off, and on again. */
	public function test_at_deactivation_it_is_deleted_and_forgotten(): void {
		$this->keep->run();
		$this->keep->pause();
		self::assertSame( [ [ 5 => self::OTHERS ], null ], [ $this->sellsy->made, $this->sellsy->kept ] );
	}

	/** @return iterable<string, array{\Closure( World ): void}> */
	public static function not_deleted(): iterable {
		yield 'Sellsy is away' => [
			static function ( World $world ): void {
				$world->fake( FakeWebhooks::class )->failure = new RemoteFailure( FailureKind::NotSent );
			},
		];
		yield 'the shop moved, and nobody has said so yet' => [
			static function ( World $world ): void {
				$world->shop->address = 'new-shop.fr';
			},
		];
	}

	/** @param \Closure( World ): void $happens */
	#[DataProvider( 'not_deleted' )]
	public function test_at_deactivation_what_still_stands_at_sellsy_is_not_forgotten( \Closure $happens ): void {
		$this->keep->run();
		$kept = $this->sellsy->kept;
		$happens( $this->world );
		$this->keep->pause();
		self::assertSame( [ $kept, 2 ], [ $this->sellsy->kept, count( $this->sellsy->made ) ] );
	}

	public function test_a_right_that_was_never_given_leaves_nothing_to_be_deleted(): void {
		$this->sellsy->failure = new RemoteFailure( FailureKind::AccountBlocked, 403 );
		$this->keep->run();
		$this->want( false );
		$this->hours( 2 );
		$this->keep->run();
		self::assertSame( [ [ 'events' ], null ], [ $this->sellsy->asked, $this->sellsy->kept ] );
		self::assertSame( 'off', $this->keep->state() );
	}

	public function test_nor_does_a_creation_that_is_refused_for_it(): void {
		$this->sellsy->refuses = 'create';
		$this->keep->run();
		self::assertSame( 'no_right', $this->keep->state() );
		$this->want( false );
		$this->keep->run();
		self::assertSame( [ [ 'events', 'at', 'create' ], null ], [ $this->sellsy->asked, $this->sellsy->kept ] );
	}

	public function test_a_copy_that_was_connected_makes_none_when_a_person_asks(): void {
		$this->world->shop->address = 'copy.shop.fr';
		$this->keep->now();
		self::assertSame( [ [], null, 'copied' ], [ $this->sellsy->asked, $this->sellsy->kept, $this->keep->state() ] );
	}

	public function test_with_another_account_than_the_shops_nothing_is_touched(): void {
		$this->keep->run();
		$asked                        = $this->sellsy->asked;
		$kept                         = $this->sellsy->kept;
		$this->world->sellsy->account = 'account-2';
		$this->keep->now();
		self::assertSame( 'copied', $this->keep->state() );
		$this->want( false );
		$this->keep->now();
		self::assertSame( [ $asked, $kept ], [ $this->sellsy->asked, $this->sellsy->kept ] );
	}

	/** It has all that is kept here, and another address. */
	public function test_a_copy_of_the_shop_never_touches_the_originals(): void {
		$this->keep->run();
		$made                        = $this->sellsy->made;
		$this->world->shop->address  = 'copy.shop.fr';
		$this->sellsy->url           = 'https://copy.shop.fr/?wc-api=orderinvoicer_events';
		$this->keep->remove();
		self::assertSame( $made, $this->sellsy->made );
	}

	public function test_a_shop_that_moved_makes_another_one_and_takes_its_own_former_one_back(): void {
		$this->keep->run();
		$former                     = $this->sellsy->kept?->id ?? 0;
		$this->sellsy->made[9]      = [ 'key' => 'of another plugin' ] + $this->sellsy->made[ $former ];
		$this->world->shop->address = 'new-shop.fr';
		$this->sellsy->url          = 'https://new-shop.fr/?wc-api=orderinvoicer_events';
		$asked                      = $this->sellsy->asked;
		$this->keep->run();
		self::assertSame( $asked, $this->sellsy->asked, 'Nobody has said yet whether it is a copy.' );

		$this->world->engine->adopt_connection()->tie();
		$this->keep->has_moved();
		$this->keep->run();
		self::assertSame( 'on', $this->keep->state() );
		self::assertArrayNotHasKey( $former, $this->sellsy->made );
		self::assertSame( [ 5, 9, $this->sellsy->kept?->id ], array_keys( $this->sellsy->made ), 'And no other.' );
	}

	public function test_one_that_moved_to_another_account_forgets_the_former_one(): void {
		$this->keep->run();
		$made                         = $this->sellsy->made;
		$this->world->sellsy->account = 'account-2';
		$this->world->engine->adopt_connection()->tie();
		$this->keep->has_moved();
		$this->keep->run();
		self::assertSame( [], array_diff_key( $made, $this->sellsy->made ), 'It cannot be reached from there.' );
	}

	public function test_the_same_shop_under_https_or_without_www_takes_its_former_address_back(): void {
		$this->keep->run();
		$this->sellsy->url = 'https://www.shop.fr/?wc-api=orderinvoicer_events';
		$this->keep->run();
		self::assertSame( 'on', $this->keep->state() );
		self::assertSame( [ self::OTHERS['url'], $this->sellsy->url ], array_column( $this->sellsy->made, 'url' ) );
	}

	public function test_in_another_account_it_is_made_anew_and_the_former_is_not_asked_about(): void {
		$this->keep->run();
		$this->world->shop->remember( $this->world->shop->address(), 'account-2' );
		$this->world->sellsy->account = 'account-2';

		$this->sellsy->made = [];
		$this->keep->run();
		self::assertSame( [ 'events', 'at', 'create' ], array_slice( $this->sellsy->asked, 3 ) );
	}

	/** @return array<string, array{string, string, Obstacle|null}> address, environment. */
	public static function addresses(): array {
		return [
			'a shop'              => [ 'https://boutique.fr/?wc-api=x', 'production', null ],
			'in a folder'         => [ 'https://boutique.fr/shop/?wc-api=x', 'production', null ],
			'an address of its own' => [ 'https://51.15.1.1/?wc-api=x', 'production', null ],
			'a staging site'      => [ 'https://staging.boutique.fr/?wc-api=x', 'staging', null ],
			'http'                => [ 'http://boutique.fr/?wc-api=x', 'production', Obstacle::NotHttps ],
			'localhost'           => [ 'https://localhost:8080/?wc-api=x', 'production', Obstacle::Local ],
			'a test domain'       => [ 'https://boutique.test/?wc-api=x', 'production', Obstacle::Local ],
			'a local domain'      => [ 'http://boutique.local/?wc-api=x', 'production', Obstacle::Local ],
			'a private address'   => [ 'https://192.168.1.5/?wc-api=x', 'production', Obstacle::Local ],
			'a loopback of IPv6'  => [ 'https://[::1]/?wc-api=x', 'production', Obstacle::Local ],
			'a local environment' => [ 'https://boutique.fr/?wc-api=x', 'local', Obstacle::Local ],
			'nothing'             => [ '/?wc-api=x', 'production', Obstacle::Local ],
		];
	}

	#[DataProvider( 'addresses' )]
	public function test_only_https_that_the_internet_reaches(
		string $url,
		string $environment,
		?Obstacle $obstacle
	): void {
		$this->sellsy->url         = $url;
		$this->sellsy->environment = $environment;
		$this->keep->run();
		self::assertSame( $obstacle->value ?? 'on', $this->keep->state() );
		self::assertSame( $obstacle === null, $this->sellsy->asked !== [] );
	}

	private function want( bool $wanted ): void {
		$this->world->change_settings( [ 'talk_back' => [ 'webhooks' => $wanted ] ] );
	}

	private function hours( int $hours ): void {
		$this->world->clock->advance( $hours * 3600 );
	}

	public function test_it_goes_with_the_keys_that_made_it(): void {
		$this->keep->run();
		self::assertCount( 2, $this->sellsy->made );
		$this->keep->before_keys_go( false );
		self::assertSame( [ 5 => self::OTHERS ], $this->sellsy->made );
	}
}
