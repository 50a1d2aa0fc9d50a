<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Settings;

use OrderInvoicer\Domain\Settings\Fields\Choice;
use OrderInvoicer\Domain\Settings\Fields\Field;
use OrderInvoicer\Domain\Settings\Fields\Flag;
use OrderInvoicer\Domain\Settings\Fields\Id;
use OrderInvoicer\Domain\Settings\Fields\ListOf;
use OrderInvoicer\Domain\Settings\Fields\Map;
use OrderInvoicer\Domain\Settings\Fields\Number;
use OrderInvoicer\Domain\Settings\Fields\Text;
use OrderInvoicer\Domain\Settings\ItemSettings;
use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\Domain\Settings\RefundSettings;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Domain\Settings\WorkflowSettings;
use PHPUnit\Framework\TestCase;

final class FieldsTest extends TestCase {

	/**
	 * @return array<string, array{Field, list<mixed>, list<mixed>}> what is read as it stands, and what is not read.
	 */
	public static function fields(): array {
		$map = new Map( key_name: 'gateway', key: new Text( shortest: 1 ), value_name: 'method_id', value: new Id() );
		return [
			'a flag'         => [ new Flag(), [ true, false ], [ null, 1, 'yes', [] ] ],
			'a number'       => [ new Number( 5, 1, 9 ), [ 1, 9, 10 ], [ null, 0, '5', true ] ],
			'a text'         => [ new Text( pattern: '^a$', longest: 1 ), [ '', 'bb' ], [ null, 1, [ 'a' ] ] ],
			'a choice'       => [ new Choice( [ 'a', 'b' ], 'a' ), [ 'a', 'b' ], [ null, '', 'c', 0 ] ],
			'an optional id' => [ new Id( is_optional: true ), [ null, 1 ], [ 0, -1, '1', true ] ],
			'a list'         => [ new ListOf( new Text() ), [ [], [ 'a', 'b' ] ], [ null, 'a' ] ],
			'a map'          => [ $map, [ [] ], [ null, 'a' ] ],
		];
	}

	/**
	 * @dataProvider fields
	 * @param list<mixed> $readable
	 * @param list<mixed> $unreadable
	 */
	public function test_what_cannot_be_read_changes_nothing( Field $field, array $readable, array $unreadable ): void {
		foreach ( $readable as $stored ) {
			self::assertSame( $stored, $field->read( $stored, 'as it is' ) );
		}
		foreach ( $unreadable as $stored ) {
			self::assertSame( 'as it is', $field->read( $stored, 'as it is' ) );
		}
	}

	public function test_an_entry_that_cannot_be_read_is_left_out(): void {
		$map = new Map( key_name: 'gateway', key: new Text( shortest: 1 ), value_name: 'method_id', value: new Id() );

		self::assertSame( [ 'a' ], ( new ListOf( new Text() ) )->read( [ 1, 'a', null ], [] ) );
		self::assertSame(
			[ 'stripe' => 4 ],
			$map->read(
				[
					[
						'gateway'   => '',
						'method_id' => 1,
					],
					[ 'gateway' => 'bacs' ],
					[
						'gateway'   => 'stripe',
						'method_id' => 4,
					],
				],
				[]
			)
		);
	}

	/** @return array<string, array{class-string}> */
	public static function settings_classes(): array {
		return array_map(
			static fn ( string $group ): array => [ $group ],
			[
				'all'       => Settings::class,
				'workflows' => WorkflowSettings::class,
				'payments'  => PaymentSettings::class,
				'refunds'   => RefundSettings::class,
				'items'     => ItemSettings::class,
			]
		);
	}

	/**
	 * @dataProvider settings_classes
	 * @param class-string $group
	 */
	public function test_every_setting_has_one_field( string $group ): void {
		foreach ( ( new \ReflectionMethod( $group, '__construct' ) )->getParameters() as $parameter ) {
			$fields = $parameter->getAttributes( Field::class, \ReflectionAttribute::IS_INSTANCEOF );
			self::assertCount( 1, $fields, $parameter->getName() );
		}
	}

	public function test_what_the_owner_wrote_freely_is_known(): void {
		$free = ( new SettingsArray() )->free_texts();

		self::assertContains( 'invoice.note', $free );
		self::assertContains( 'estimate.subject', $free );
		self::assertCount( 12, $free );
	}
}
