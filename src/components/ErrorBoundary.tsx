import { Button } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { Message } from './Message';

type ErrorBoundaryProps = {
	children: React.ReactNode;
	reload?: () => void;
};

/**
 * An error while drawing would leave an empty page; it says what to do instead. React knows no other way than a class.
 */
export class ErrorBoundary extends Component<
	ErrorBoundaryProps,
	{ failed: boolean }
> {
	override state = { failed: false };

	static getDerivedStateFromError() {
		return { failed: true };
	}

	override render() {
		const {
			children,
			reload = () => {
				window.location.reload();
			},
		} = this.props;
		if ( ! this.state.failed ) {
			return children;
		}
		return (
			<Message
				status="error"
				actions={
					<Button
						variant="secondary"
						__next40pxDefaultSize
						onClick={ reload }
					>
						{ __( 'Reload the page', 'orderinvoicer' ) }
					</Button>
				}
			>
				<p>
					{ __(
						'This page stopped because of an unexpected error. Your orders are still invoiced. If reloading does not help, send the message in the console of your browser to support.',
						'orderinvoicer'
					) }
				</p>
			</Message>
		);
	}
}
