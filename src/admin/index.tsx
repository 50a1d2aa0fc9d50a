import { createRoot } from '@wordpress/element';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { App } from './App';
import './admin.scss';

/** Admin\AdminPage prints it, with the preloaded answers of the REST API. */
const host = document.getElementById( 'orderinvoicer-app' );

if ( host ) {
	createRoot( host ).render(
		<ErrorBoundary>
			<App />
		</ErrorBoundary>
	);
}
