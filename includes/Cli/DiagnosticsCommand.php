<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

use OrderInvoicer\Health\Diagnostics;

defined( 'ABSPATH' ) || exit;

/**
 * Shows what people who help may need: no secrets, no personal data.
 */
final class DiagnosticsCommand {

	public function __construct( private readonly Diagnostics $diagnostics ) {}

	/**
	 * Shows what people who help may need. It holds no secrets and no personal data.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : How to show it.
	 * ---
	 * default: text
	 * options:
	 *   - text
	 *   - json
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp orderinvoicer diagnostics --format=json > diagnostics.json
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$document = $this->diagnostics->document();
		$text     = is_string( $document['support'] ) ? $document['support'] : '';
		\WP_CLI::line( ( $options['format'] ?? 'text' ) === 'json' ? (string) wp_json_encode( array_diff_key( $document, [ 'support' => true ] ), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ) : $text );
	}
}
