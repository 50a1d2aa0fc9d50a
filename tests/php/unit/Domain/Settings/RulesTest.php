<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Order\VatArea;
use OrderInvoicer\Domain\Settings\OrderTraits;
use OrderInvoicer\Domain\Settings\Rule;
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
		self::assertSame( 'Commande {order_number}', $under->subject );
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

	/** @return iterable<string, array{list<mixed>, list<int>}> what is stored, ids that are read. */
	public static function damaged(): iterable {
		yield 'one without an id' => [ [ [ 'gateways' => [] ], self::CARD ], [ 11 ] ];
		yield 'the same id twice' => [ [ self::CARD, [ 'id' => 11 ], [ 'id' => 12 ] ], [ 11, 12 ] ];
		yield 'a condition of a newer release' => [ [ [ 'area' => 'oversea' ] + self::CARD, [ 'id' => 12 ] ], [ 12 ] ];
		yield 'a gateway that is no text' => [ [ [ 'gateways' => [ 5 ] ] + self::CARD ], [] ];
		yield 'something else' => [ [ 'x', null ], [] ];
	}

	/**
	 * @dataProvider damaged
	 * @param list<mixed> $stored
	 * @param list<int>   $ids
	 */
	public function test_a_rule_that_cannot_be_read_takes_no_order( array $stored, array $ids ): void {
		$settings = self::settings( ...$stored );
		self::assertSame( $ids, array_column( $settings->workflow( DocumentKind::Invoice )->rules, 'id' ) );
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
			[ 'invoice' => [ 'rules' => $rules ] ]
		);
	}
}
