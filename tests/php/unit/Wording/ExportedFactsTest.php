<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Wording;

use OrderInvoicer\Domain\Failures\Place;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Failures\ProblemTraits;
use OrderInvoicer\Wording\Names\SituationText;
use OrderInvoicer\Wording\Problems\ProblemText;
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/untranslated.php';

/**
 * What the pages know of problems stands in src/generated/facts.ts, written from the tables of PHP. After a change of those:
 * `ORDERINVOICER_EXPORT_FACTS=1 vendor/bin/phpunit --filter ExportedFactsTest`.
 */
final class ExportedFactsTest extends TestCase {

	private const EXPORTED = __DIR__ . '/../../../../src/generated/facts.ts';

	public function test_the_exported_facts_are_current(): void {
		$current = implode( "\n\n", [ $this->head(), $this->places(), $this->problems() ] ) . "\n";
		if ( getenv( 'ORDERINVOICER_EXPORT_FACTS' ) === '1' ) {
			file_put_contents( self::EXPORTED, $current );
		}

		self::assertStringEqualsFile( self::EXPORTED, $current );
	}

	private function head(): string {
		return "/** Written by tests/php/unit/Wording/ExportedFactsTest.php, which says how; the facts themselves stand in PHP. */\nimport { __ } from '@wordpress/i18n';";
	}

	private function places(): string {
		return "/** `Domain\\Failures\\Place`: where a person mends a problem. */\nexport type Place = " . self::union( array_column( Place::cases(), 'value' ) ) . ';';
	}

	/** Codes of which there is nothing to say are left out. */
	private function problems(): string {
		$texts = new ProblemText( new SituationText() );
		$lines = [];
		foreach ( ProblemCode::cases() as $code ) {
			$is    = ProblemTraits::traits( $code );
			$facts = array_filter(
				[
					'title'     => self::text( $texts->title( $code ) ),
					'place'     => $is->place === null ? '' : "'{$is->place->value}'",
					'bySetting' => $is->by_setting ? 'true' : '',
					'oneByOne'  => $is->one_by_one ? 'true' : '',
					'holdsAll'  => $is->urgency === null ? '' : 'true',
				]
			);
			if ( $facts !== [] ) {
				$lines[] = "\t{$code->value}: " . self::record( $facts ) . ",\n";
			}
		}
		return "/** By `Domain\\Failures\\ProblemCode`; what each means: `ProblemTraits`. */\nexport const PROBLEMS: Readonly<\n\tRecord< string, { title?: () => string; place?: Place; bySetting?: true; oneByOne?: true; holdsAll?: true } >\n> = {\n" . implode( '', $lines ) . '};';
	}

	/** @param list<string> $values */
	private static function union( array $values ): string {
		return implode( ' | ', array_map( static fn ( string $value ): string => "'$value'", $values ) );
	}

	/** @param array<string, string> $facts as TypeScript. */
	private static function record( array $facts ): string {
		return '{ ' . implode( ', ', array_map( static fn ( string $name, string $fact ): string => "$name: $fact", array_keys( $facts ), $facts ) ) . ' }';
	}

	/** Translated when it is shown, for the page's language is known only then. */
	private static function text( string $text ): string {
		return $text === '' ? '' : '() => __( ' . self::quoted( $text ) . ", 'orderinvoicer' )";
	}

	private static function quoted( string $text ): string {
		return "'" . addcslashes( $text, "\\'" ) . "'";
	}
}
