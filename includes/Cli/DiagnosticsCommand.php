<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Diagnostics;

/**
 * Shows what people who help may need: no secrets, no personal data.
 */
final class DiagnosticsCommand implements Command {

	public const NAME = 'orderinvoicer diagnostics';

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
		$is_json = ( $options['format'] ?? 'text' ) === 'json';
		\WP_CLI::line(
			$is_json
				? (string) wp_json_encode(
					$this->diagnostics->shared(),
					JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE
				)
				: $this->diagnostics->document()['support']
		);
	}
}
