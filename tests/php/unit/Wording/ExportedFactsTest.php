<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\Actions\RowAct;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;
use OrderInvoicer\Domain\Failures\Place;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Settings\DefaultSettings;
use OrderInvoicer\Domain\Settings\SettingsArray;
use OrderInvoicer\Sellsy\Rights\NeededRights;
use OrderInvoicer\Sellsy\Rights\RouteScopes;
use OrderInvoicer\Wording\ActText;
use OrderInvoicer\Wording\HelpTopic;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\EffectText;
use OrderInvoicer\Wording\Names\RightText;
use OrderInvoicer\Wording\Problems\ProblemText;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

/**
 * What the pages know of problems, acts, kinds and rights stands in src/generated, written from the tables of PHP.
 * After a change of those: `npm run facts`.
 */
final class ExportedFactsTest extends TestCase {

	private const EXPORTED = __DIR__ . '/../../../../src/generated/';

	/** A file for each of those that few pages need, so that the others do not load them. */
	public function test_the_exported_facts_are_current(): void {
		$files = [
			'facts'    => [ $this->help(), $this->row_acts(), $this->kinds(), $this->effects() ],
			'problems' => [ $this->places(), $this->problems() ],
			'acts'     => [ $this->acts() ],
			'rights'   => [ $this->rights() ],
			'defaults' => [ $this->defaults() ],
		];
		foreach ( $files as $name => $parts ) {
			$body    = implode( "\n\n", $parts ) . "\n";
			$current = $this->head( $body ) . $body;
			if ( getenv( 'ORDERINVOICER_EXPORT_FACTS' ) === '1' ) {
				file_put_contents( self::EXPORTED . "$name.ts", $current );
			}
			self::assertStringEqualsFile( self::EXPORTED . "$name.ts", $current );
		}
	}

	private function head( string $body ): string {
		$used = array_filter(
			[ '__', 'sprintf' ],
			static fn ( string $name ): bool => str_contains( $body, "$name(" )
		);
		return '/** Written by tests/php/unit/Wording/ExportedFactsTest.php, which says how; the facts themselves stand'
			. " in PHP. */\n"
			. ( $used === [] ? "\n" : 'import { ' . implode( ', ', $used ) . " } from '@wordpress/i18n';\n" )
			. ( str_contains( $body, 'typeof ROW_ACTS' ) && ! str_contains( $body, 'const ROW_ACTS' )
				? "import type { ROW_ACTS } from './facts';\n"
				: '' )
			. ( $used === [] ? '' : "\n" );
	}

	private function help(): string {
		return "/** `Wording\\HelpTopic`: the screens of the settings page, each of which has its help. */\nexport type"
			. ' HelpTopic = ' . self::union( array_column( HelpTopic::of_app(), 'value' ) ) . ';';
	}

	private function places(): string {
		return "/** `Domain\\Failures\\Place`: where a person mends a problem. */\nexport type Place = "
			. self::union( array_column( Place::cases(), 'value' ) ) . ';';
	}

	/** Codes of which there is nothing to say are left out. */
	private function problems(): string {
		$texts = new ProblemText();
		$lines = [];
		foreach ( ProblemCode::cases() as $code ) {
			$is    = ProblemTraits::traits( $code );
			$facts = array_filter(
				[
					'title'     => self::text( $texts->title( $code ) ),
					'place'     => $is->place === null ? '' : "'{$is->place->value}'",
					'setting'   => $is->address() === '' ? '' : "'{$is->address()}'",
					'bySetting' => $is->by_setting ? 'true' : '',
					'oneByOne'  => $is->one_by_one ? 'true' : '',
					'holdsAll'  => $is->urgency === null ? '' : 'true',
				]
			);
			if ( $facts !== [] ) {
				$lines[] = "\t{$code->value}: " . self::record( $facts ) . ",\n";
			}
		}
		return "/** By `Domain\\Failures\\ProblemCode`; what each means: `ProblemTraits`. */\nexport const PROBLEMS:"
			. " Readonly<\n\tRecord< string, { title?: () => string; place?: Place; setting?: string;"
			. " bySetting?: true; oneByOne?: true; holdsAll?: true } >\n> = {\n" . implode( '', $lines ) . '};';
	}

	private function row_acts(): string {
		return "/** `Domain\\Actions\\RowAct`, the likeliest first. */\nexport const ROW_ACTS = "
			. self::list( array_column( RowAct::cases(), 'value' ) ) . ' as const;';
	}

	private function acts(): string {
		$texts = new ActText();
		$lines = [];
		foreach ( RowAct::cases() as $act ) {
			$facts   = array_filter(
				[
					'path'     => $act->path() === null ? '' : "'{$act->path()}'",
					'settles'  => $act->settles() ? 'true' : '',
					'done'     => self::text( $texts->done( $act ) ),
					'goesOn'   => self::text( $texts->goes_on( $act ) ),
				]
			);
			$lines[] = "\t{$act->value}: " . self::lines( $facts ) . ",\n";
		}
		return "/** `order`: its number. */\ntype Said = ( order: string ) => string;\n\n/** `path`: the end"
			. " of its route; what each text is: `Wording\\ActText`. */\nexport const ACTS: Readonly<\n\tRecord<\n\t\t("
			. " typeof ROW_ACTS )[ number ],\n\t\t{ path?: string; settles?: true; done?: Said; goesOn: Said"
			. " }\n\t>\n> = {\n" . implode( '', $lines ) . '};';
	}

	private function kinds(): string {
		$names = new DocumentNames();
		$lines = '';
		$each  = '';
		foreach ( DocumentKind::cases() as $kind ) {
			$facts  = [
				'label'       => self::text( $names->kind( $kind ) ),
				'purpose'     => self::text( $names->purpose( $kind ) ),
				'switchLabel' => self::text( $names->switch_label( $kind ) ),
				'isValidated' => $kind->is_validated() ? 'true' : 'false',
				'needsV1'     => $kind->needs_v1() ? 'true' : 'false',
				'parents'     => self::list( array_column( $kind->parents(), 'value' ) ),
				'states'      => self::list( array_column( DocumentState::states( $kind ), 'value' ) ),
			];
			$lines .= "\t{$kind->value}: " . self::lines( array_filter( $facts ) ) . ",\n";
			$each  .= "\t{$kind->value}: make( '{$kind->value}' ),\n";
		}
		return "/** `Domain\\Documents\\DocumentKind`, as an order goes through them. */\nexport const KINDS = "
			. self::list( array_column( DocumentKind::cases(), 'value' ) )
			. ' as const;'
			. "\n\n/** Credit notes follow refunds. */\nexport const KINDS_OF_ORDERS = "
			. self::list( array_column( DocumentKind::of_orders(), 'value' ) )
			. ' as const;'
			. "\n\ntype Kind = ( typeof KINDS )[ number ];\n\ntype KindFacts = {\n\tlabel: () => string;\n"
			. "\tpurpose?: () => string;\n\tswitchLabel: () => string;\n"
			. "\t/** Sellsy gives these a number of their own when they become final. */\n\tisValidated: boolean;\n"
			. "\t/** Only API v1 makes these. */\n\tneedsV1: boolean;\n"
			. "\t/** Documents that this one may be made from, the nearest first. */\n\tparents: readonly Kind[];\n"
			. "\tstates: ReadonlyArray< "
			. self::union( array_column( DocumentState::cases(), 'value' ) )
			. ' >;'
			. "\n};\n\nexport const KIND_FACTS: Readonly< Record< Kind, KindFacts > > = {\n$lines};"
			. "\n\nexport const byKind = < T >( make: ( kind: Kind ) => T ) => ( {\n$each} );";
	}

	private function effects(): string {
		$names = new EffectText( new DocumentNames() );
		$lines = implode(
			'',
			array_map(
				static fn ( Effect $effect ): string =>
					"\t{$effect->value}: " . self::text( $names->name( $effect ) ) . ",\n",
				Effect::cases()
			)
		);
		return "/** `Domain\\Ledger\\Effect`. */\nexport const EFFECTS = "
			. self::list( array_column( Effect::cases(), 'value' ) )
			. ' as const;'
			. "\n\n/** The work that is listed. */\nexport const LISTED_EFFECTS = "
			. self::list( array_column( Effect::listed(), 'value' ) )
			. ' as const;'
			. "\n\nexport const EFFECT_LABELS: Readonly< Record< ( typeof EFFECTS )[ number ], () =>"
			. " string > > = {\n$lines};";
	}

	private function rights(): string {
		$lines = '';
		foreach ( [ null, ...DocumentKind::cases() ] as $kind ) {
			$scopes = array_values(
				array_unique( array_map( RouteScopes::scope_of( ... ), NeededRights::rights( $kind ) ) )
			);
			$name   = $kind->value ?? 'always';
			$lines .= "\t$name: {\n\t\tscopes: " . self::list( $scopes ) . ",\n\t\tprivileges: "
				. self::list( ( new RightText() )->privileges( $kind ) ) . ",\n\t},\n";
		}
		return '/** Scopes are ticked on the access (`Sellsy\\Rights\\NeededRights`), privileges belong to the person'
			. " it acts as (`Wording\\Names\\RightText`). */\nexport const RIGHTS: Readonly<\n\tRecord< "
			. self::union( [ 'always', ...array_column( DocumentKind::cases(), 'value' ) ] )
			. ", { scopes: readonly string[]; privileges: readonly string[] } >\n> = {\n$lines};";
	}

	/** None of what depends on the shop, such as its code; what is the same for each kind stands once. */
	private function defaults(): string {
		$defaults = ( new SettingsArray() )->to_array( ( new DefaultSettings() )->settings( 'SHOP' ) );
		unset( $defaults['shop_code'] );
		$by_path = [];
		foreach ( $defaults as $group => $value ) {
			$is_kind = DocumentKind::tryFrom( $group ) !== null;
			$fields  = is_array( $value ) && ! array_is_list( $value ) ? $value : [ '' => $value ];
			foreach ( $fields as $name => $default ) {
				$path = match ( true ) {
					$name === ''                      => $group,
					$is_kind && $name !== 'trigger'   => "*.$name",
					default                           => "$group.$name",
				};

				$by_path[ $path ] = $default;
			}
		}
		unset( $by_path['*.start_date'] );
		$lines = '';
		foreach ( $by_path as $path => $default ) {
			$lines .= "\t'$path': "
				. ( is_string( $default ) ? self::quoted( $default ) : json_encode( $default, JSON_THROW_ON_ERROR ) )
				. ",\n";
		}
		return '/** `Domain\Settings\DefaultSettings`, by the path of each; `*`: of each kind of document. */'
			. "\nexport const DEFAULTS: Readonly< Record< string, unknown > > = {\n$lines};";
	}

	/** @param array<string, string> $facts as TypeScript. */
	private static function lines( array $facts ): string {
		return "{\n" . implode(
			'',
			array_map(
				static fn ( string $name, string $fact ): string => "\t\t$name: $fact,\n",
				array_keys( $facts ),
				$facts
			)
		) . "\t}";
	}

	/** @param list<string> $values */
	private static function list( array $values ): string {
		return $values === [] ? '[]' : '[ ' . implode( ', ', array_map( self::quoted( ... ), $values ) ) . ' ]';
	}

	/** @param list<string> $values */
	private static function union( array $values ): string {
		return implode( ' | ', array_map( static fn ( string $value ): string => "'$value'", $values ) );
	}

	/** @param array<string, string> $facts as TypeScript. */
	private static function record( array $facts ): string {
		return '{ ' . implode(
			', ',
			array_map(
				static fn ( string $name, string $fact ): string => "$name: $fact",
				array_keys( $facts ),
				$facts
			)
		) . ' }';
	}

	/** Translated when it is shown, for the page's language is known only then. */
	private static function text( string $text ): string {
		$translated = '__( ' . self::quoted( $text ) . ", 'orderinvoicer' )";
		return match ( true ) {
			$text === '' => '',
			str_contains( $text, '%s' ) => '( order ) => sprintf( /* translators: %s: number of an'
				. " order. */ $translated, order )",
			default => "() => $translated",
		};
	}

	private static function quoted( string $text ): string {
		return "'" . addcslashes( $text, "\\'" ) . "'";
	}
}
