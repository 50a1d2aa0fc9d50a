<?php

declare( strict_types=1 );

namespace OrderInvoicer\Cli;

defined( 'ABSPATH' ) || exit;

/** What a command found, as a table for people or as JSON for programs. */
final class Output {

	/**
	 * @param array<mixed>          $data  as the REST API gives it.
	 * @param array<string, string> $args  the command's options.
	 */
	public function show( array $data, array $args ): void {
		if ( ( $args['format'] ?? 'table' ) === 'json' ) {
			\WP_CLI::line(
				(string) wp_json_encode( $data, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE )
			);
			return;
		}
		\WP_CLI\Utils\format_items( 'table', $this->rows( $data, '' ), [ 'name', 'value' ] );
	}

	/**
	 * @param array<mixed> $data
	 * @return list<array{name: string, value: string}>
	 */
	private function rows( array $data, string $prefix ): array {
		$rows = [];
		foreach ( $data as $name => $value ) {
			if ( is_array( $value ) && $value !== [] ) {
				array_push( $rows, ...$this->rows( $value, "$prefix$name." ) );
				continue;
			}
			$rows[] = [
				'name'  => $prefix . $name,
				'value' => is_string( $value ) ? $value : (string) wp_json_encode( $value ),
			];
		}
		return $rows;
	}
}
