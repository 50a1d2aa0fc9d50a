<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Order\VatArea;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\Rules;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Tests\Fixture;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/** Rules as they are stored and read; which one takes an order is in tests/fixtures/rule-table.php. */
final class RulesTest extends TestCase {

	private const CARD = [
		'id'       => 11,
		'gateways' => [ 'stripe' ],
		'trigger'  => 'confirmed',
		'finalise' => 'at_once',
		'email'    => true,
		'owner_id' => 3,
	];

	private const TRANSFER = [
		'id'       => 12,
		'gateways' => [ 'bacs' ],
	];

	public function test_settings_of_before_are_one_rule_without_conditions(): void {
		$workflow = World::settings( true, false, 'paid' )->workflow( DocumentKind::Invoice );

		self::assertFalse( $workflow->has_rules() );
		self::assertSame( Rule::OTHERS, $workflow->rule_for( null ) );
		self::assertTrue( $workflow->makes( Rule::OTHERS ) );
		self::assertEquals( $workflow, $workflow->under( Rule::OTHERS ) );
		self::assertEquals( [ $workflow ], $workflow->outcomes() );
	}

	public function test_a_body_without_rules_leaves_them_as_they_are(): void {
		$settings = ( new SettingsArray() )->merged(
			self::settings( self::CARD ),
			[ 'invoice' => [ 'trigger' => 'paid' ] ]
		);

		self::assertSame( [ 11 ], array_column( $settings->workflow( DocumentKind::Invoice )->rules, 'id' ) );
		self::assertSame( 'paid', $settings->workflow( DocumentKind::Invoice )->trigger->value );
	}

	public function test_what_a_rule_does_not_say_is_as_for_all_others(): void {
		$under = self::settings( self::CARD )->under( DocumentKind::Invoice, 11 )->workflow( DocumentKind::Invoice );

		self::assertSame( [ 3, null, 7 ], [ $under->owner_id, $under->model_id, $under->rate_category_id ] );
		self::assertSame(
			[ 'confirmed', 'at_once', true ],
			[ (string) $under->trigger, (string) $under->finalise, $under->email ]
		);
		self::assertSame( 'Vente {order_number}', $under->subject );
		self::assertSame( Rule::OTHERS, $under->rule_for( null ), 'It stands alone.' );
	}

	public function test_the_documents_of_a_rule_that_is_gone_are_left_to_a_person(): void {
		$workflow = self::settings( self::CARD )->workflow( DocumentKind::Invoice );
		foreach ( [ 12, Rule::NONE ] as $gone ) {
			self::assertFalse( $workflow->makes( $gone ) );
			self::assertSame(
				[ 'manual', false ],
				[ (string) $workflow->under( $gone )->finalise, $workflow->under( $gone )->email ]
			);
		}
	}

	/** @return iterable<string, array{mixed}> what is stored above a rule that takes every order. */
	public static function unread(): iterable {
		yield 'one without an id' => [ [ 'gateways' => [] ] ];
		yield 'the same id twice' => [ [ 'id' => 12 ] ];
		yield 'a place of a newer release' => [ [ 'area' => 'oversea' ] + self::CARD ];
		yield 'a condition of a newer release' => [ [ 'products' => [ 5 ] ] + self::CARD ];
		yield 'an outcome of a newer release' => [ [ 'makes' => 'receipt' ] + self::CARD ];
		yield 'a gateway that is no text' => [ [ 'gateways' => [ 5 ] ] + self::CARD ];
		yield 'a text' => [ 'x' ];
		yield 'nothing' => [ null ];
	}

	/** @dataProvider unread */
	public function test_a_rule_that_cannot_be_read_keeps_its_place_and_makes_nothing( mixed $stored ): void {
		$settings = self::settings( self::TRANSFER, $stored, [ 'id' => 13 ] );
		$workflow = $settings->workflow( DocumentKind::Invoice );
		$takes    = static fn ( string $gateway ): int => $workflow->rule_for(
			new OrderTraits( $gateway, false, VatArea::Domestic )
		);
		self::assertCount( 3, array_unique( array_column( $workflow->rules, 'id' ) ) );
		self::assertSame( 12, $takes( 'bacs' ), 'The rules above it still count.' );
		self::assertSame( $workflow->rules[1]->id, $takes( 'stripe' ) );
		self::assertFalse( $workflow->makes( $takes( 'stripe' ) ) );
		self::assertTrue( $workflow->is_unread( $takes( 'stripe' ) ) );
		self::assertFalse( $workflow->is_unread( 12 ) );
	}

	/** @dataProvider unread */
	public function test_a_rule_that_cannot_be_read_is_stored_as_it_is( mixed $stored ): void {
		$array = new SettingsArray();
		$read  = self::settings( self::TRANSFER, $stored, [ 'id' => 13 ] );
		self::assertEquals( $read, $array->merged( $read, $array->to_array( $read ) ) );
		self::assertSame(
			$stored,
			json_decode( $read->workflow( DocumentKind::Invoice )->rules[1]->unread, true ),
			'The release that knows it reads it again.'
		);
	}

	/** Its documents keep it by its id: its own, where that can be; else one that stays the same each time. */
	public function test_a_rule_that_cannot_be_read_has_an_id(): void {
		$ids = static function ( mixed ...$stored ): array {
			$read = ( new Rules() )->read( $stored, [] );
			return array_column( is_array( $read ) ? $read : [], 'id' );
		};
		self::assertSame(
			[ 7, 9 ],
			$ids(
				[
					'id' => 7,
					'moon' => 'full',
				],
				[
					'id' => 9,
					'moon' => 'new',
				]
			)
		);
		$wrong = [ 0, Rule::NONE, Rule::UNSURE, 'x', -1 ];
		$wrong = array_map( static fn ( mixed $id ): array => [ 'id' => $id ], $wrong );
		foreach ( [ 'none', ...$wrong ] as $stored ) {
			[ $one, $other ] = $ids( $stored, $stored );
			self::assertSame( [ $one, $other ], $ids( $stored, $stored ) );
			self::assertSame( 1 + $one % ( Rule::UNSURE - 1 ), $other, 'The next one that is free.' );
			self::assertGreaterThan( Rule::OTHERS, $one );
			self::assertLessThan( Rule::UNSURE, $one );
		}
		[ $first, $second ] = $ids(
			[
				'id' => 7,
				'moon' => 'full',
			],
			[
				'id' => 7,
				'moon' => 'new',
			]
		);
		self::assertSame( 7, $first );
		self::assertNotSame( 7, $second );
	}

	public function test_what_another_release_could_not_read_is_read_again(): void {
		$read = self::settings(
			[
				'id'     => 11,
				'unread' => (string) json_encode( self::CARD ),
			]
		);
		self::assertEquals( self::settings( self::CARD ), $read );
	}

	public function test_a_list_that_cannot_be_read_makes_nothing(): void {
		$settings = ( new SettingsArray() )->merged(
			World::settings( false, false ),
			[ 'invoice' => [ 'rules' => 'x' ] ]
		);
		$workflow = $settings->workflow( DocumentKind::Invoice );
		$takes    = $workflow->rule_for( new OrderTraits( '', false, VatArea::Domestic ) );
		self::assertTrue( $workflow->is_unread( $takes ) );
	}

	public function test_other_code_chooses_before_the_conditions(): void {
		$settings = self::settings( self::CARD, [ 'id' => 12 ] );
		$chosen   = static fn ( ?int $named ): int => $settings->rule_for(
			DocumentKind::Invoice,
			new OrderTraits( 'stripe', false, VatArea::Domestic, $named === null ? [] : [ 'invoice' => $named ] )
		);
		self::assertSame(
			[ 11, 12, Rule::OTHERS, Rule::NONE, Rule::NONE ],
			array_map( $chosen, [ null, 12, Rule::OTHERS, Rule::NONE, 99 ] )
		);
	}

	public function test_an_order_without_a_gateway_is_unnamed(): void {
		$settings = self::settings( [ 'gateways' => [ 'unnamed' ] ] + self::CARD );
		$rule     = static fn ( string $gateway ): int => $settings->rule_for(
			DocumentKind::Invoice,
			new OrderTraits( $gateway, false, VatArea::Domestic )
		);
		self::assertSame( [ 11, Rule::OTHERS ], [ $rule( '' ), $rule( 'stripe' ) ] );
	}

	public function test_the_whole_example_reads(): void {
		$read = ( new SettingsArray() )->merged(
			World::settings( false, false ),
			Fixture::read( 'settings/valid/with-rules.patch.json' )
		);
		self::assertCount( 2, $read->workflow( DocumentKind::Invoice )->rules );
		self::assertFalse( $read->workflow( DocumentKind::Invoice )->others );
	}

	private static function settings( mixed ...$rules ): Settings {
		return ( new SettingsArray() )->merged(
			World::settings( false, false ),
			[
				'invoice' => [
					'rules'   => $rules,
					'subject' => 'Vente {order_number}',
				],
			]
		);
	}

	/** @testWith [[], false, false]
	 *            [[], true, true]
	 *            [[{"id": 11, "gateways": ["stripe"], "email": true}], false, true]
	 *            [[{"id": 11, "gateways": ["stripe"], "email": false}], false, false]
	 *
	 * @param list<array<string, mixed>> $rules
	 */
	public function test_sellsy_sends_where_one_rule_says_so( array $rules, bool $others, bool $sends ): void {
		$settings = ( new SettingsArray() )->merged(
			World::settings( false, false ),
			[
				'invoice' => [
					'rules' => $rules,
					'email' => $others,
				],
			]
		);
		self::assertSame( $sends, $settings->workflow( DocumentKind::Invoice )->sends_any() );
	}
}
